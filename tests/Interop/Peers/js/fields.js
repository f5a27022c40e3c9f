'use strict';
// How metadata is written in JSON: a list of {"key", "text"} and {"key", "hex"}.
const { Metadata } = require('@grpc/grpc-js');

function ofJson(fields) {
  const metadata = new Metadata();
  for (const { key, text, hex } of fields ?? []) {
    metadata.add(key, hex === undefined ? text : Buffer.from(hex, 'hex'));
  }
  return metadata;
}

function toJson(metadata) {
  return Object.entries(metadata?.toJSON() ?? {}).flatMap(([key, values]) =>
    values.map(value => (Buffer.isBuffer(value) ? { key, hex: value.toString('hex') } : { key, text: value })));
}

module.exports = { ofJson, toJson };
