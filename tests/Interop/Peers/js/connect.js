'use strict';
// A connect-node client over its gRPC transport: each line of standard input is a call, and is answered with a line that says how it went.
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');
const { createFileRegistry, fromBinary } = require('@bufbuild/protobuf');
const { FileDescriptorSetSchema } = require('@bufbuild/protobuf/wkt');
const { ConnectError, createClient, decodeBinaryHeader, encodeBinaryHeader } = require('@connectrpc/connect');
const { createGrpcTransport } = require('@connectrpc/connect-node');
const kinds = require('./kinds');

const artifacts = path.join(__dirname, '..', '..', '..', '..', 'artifacts', 'peers');
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, fs.readFileSync(path.join(artifacts, 'echo.binpb'))));
const Echo = registry.getService('echo.Echo');

function ofJson(fields) {
  const headers = new Headers();
  for (const { key, text, hex } of fields ?? []) {
    headers.append(key, hex === undefined ? text : encodeBinaryHeader(Buffer.from(hex, 'hex')));
  }
  return headers;
}

/** Headers joins the fields of a key with ", ": binary values are told apart again, texts cannot be. */
function toJson(headers) {
  return [...headers].flatMap(([key, value]) =>
    (key.endsWith('-bin')
      ? value.split(',').map(item => ({ key, hex: Buffer.from(decodeBinaryHeader(item.trim())).toString('hex') }))
      : [{ key, text: value }]));
}

async function run(order) {
  const client = createClient(Echo, createGrpcTransport({ baseUrl: `http://${order.target}` }));
  const outcome = { replies: [], initial: [], trailing: [], code: 0, message: '' };
  const options = {
    headers: ofJson(order.metadata),
    timeoutMs: order.timeout * 1000,
    onHeader: headers => { outcome.initial = toJson(headers); },
    onTrailer: trailers => { outcome.trailing = toJson(trailers); },
  };
  try {
    for await (const reply of await kinds[order.method](client, { text: order.text }, options)) {
      outcome.replies.push(reply.text);
    }
  } catch (error) {
    const failure = ConnectError.from(error);
    Object.assign(outcome, { code: failure.code, message: failure.rawMessage, trailing: toJson(failure.metadata) });
  }
  return outcome;
}

readline.createInterface({ input: process.stdin }).on('line', async line => {
  console.log(JSON.stringify(await run(JSON.parse(line))));
});
