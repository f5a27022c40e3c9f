'use strict';
// The replies to one message in a call of each kind, with a client of connect.

async function* one(message) { yield message; }

module.exports = {
  Unary: async (client, message, options) => [await client.unary(message, options)],
  ClientStreaming: async (client, message, options) => [await client.clientStreaming(one(message), options)],
  ServerStreaming: (client, message, options) => client.serverStreaming(message, options),
  Duplex: (client, message, options) => client.duplex(one(message), options),
};
