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
  const { requestStream, responseStream } = Echo.service[order.method];
  return new Promise(resolve => {
    const request = requestStream ? [] : [{ text: order.text }];
    const callback = responseStream ? [] : [(_, reply) => reply && outcome.replies.push(reply.text)];
    const call = client[order.method](...request, metadata, options, ...callback);
    if (responseStream) {
      call.on('data', reply => outcome.replies.push(reply.text));
      call.on('error', () => {}); // the status tells
    }
    if (requestStream) {
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
