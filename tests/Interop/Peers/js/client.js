'use strict';
// A grpc-js client: each line of standard input is a call, and is answered with a line that says how it went.
const readline = require('node:readline');
const grpc = require('@grpc/grpc-js');
const Echo = require('./echo');
const fields = require('./fields');

function run(order) {
  const client = new Echo(order.target, grpc.credentials.createInsecure());
  const metadata = fields.ofJson(order.metadata);
  const options = { deadline: Date.now() + order.timeout * 1000 };
  const outcome = { replies: [], initial: [] };
  return new Promise(resolve => {
    const call = order.method === 'Duplex'
      ? client.Duplex(metadata, options)
      : client.Unary({ text: order.text }, metadata, options, (_, reply) => reply && outcome.replies.push(reply.text));
    if (order.method === 'Duplex') {
      call.on('data', reply => outcome.replies.push(reply.text));
      call.on('error', () => {}); // the status tells
      call.write({ text: order.text });
      call.end();
    }
    call.on('metadata', initial => { outcome.initial = fields.toJson(initial); });
    call.on('status', status => setImmediate(() => {
      client.close();
      resolve({ ...outcome, trailing: fields.toJson(status.metadata), code: status.code, message: status.details });
    }));
  });
}

readline.createInterface({ input: process.stdin }).on('line', async line => {
  console.log(JSON.stringify(await run(JSON.parse(line))));
});
