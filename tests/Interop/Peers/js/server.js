'use strict';
// A grpc-js server of echo.Echo. It prints its port, and ends with its standard input.
const grpc = require('@grpc/grpc-js');
const Echo = require('./echo');
const fields = require('./fields');

const ECHO_INITIAL = 'x-grpc-test-echo-initial';
const ECHO_TRAILING = 'x-grpc-test-echo-trailing-bin';

/** Does what the request's text says, and answers what came as metadata. */
function follow(call, request, answer) {
  const order = JSON.parse(request.text || '{}');
  const initial = fields.ofJson(order.initial);
  const trailing = fields.ofJson(order.trailing);
  call.metadata.get(ECHO_INITIAL).forEach(value => initial.add(ECHO_INITIAL, value));
  call.metadata.get(ECHO_TRAILING).forEach(value => trailing.add(ECHO_TRAILING, value));
  if (Object.keys(initial.getMap()).length !== 0) {
    call.sendMetadata(initial);
  }
  if (order.sleep) {
    return; // the deadline ends the call
  }
  const failure = order.code ? { code: order.code, details: order.message ?? '', metadata: trailing } : null;
  answer(failure, { text: JSON.stringify(fields.toJson(call.metadata)) }, trailing);
}

/** Answers with a stream of one message. */
const streamOf = call => (failure, reply, trailing) => {
  if (failure) {
    call.emit('error', failure);
  } else {
    call.write(reply);
    call.end(trailing);
  }
};

const server = new grpc.Server();
server.addService(Echo.service, {
  Unary: (call, callback) => follow(call, call.request, callback),
  ClientStreaming: (call, callback) => {
    let last = {};
    call.on('data', request => { last = request; }).on('end', () => follow(call, last, callback));
  },
  ServerStreaming: call => follow(call, call.request, streamOf(call)),
  Duplex: call => call.on('data', request => follow(call, request, streamOf(call))),
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    throw error;
  }
  console.log(port);
});
process.stdin.on('end', () => process.exit(0)).resume();
