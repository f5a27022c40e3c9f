// What runs in the page: calls of echo.Echo by gRPC-Web.
import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { ConnectError, createClient, decodeBinaryHeader, encodeBinaryHeader } from '@connectrpc/connect';
import { createGrpcWebTransport } from '@connectrpc/connect-web';
import kinds from './kinds';

const bytesOf = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));
const hexOf = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

/** What the page may see: a browser joins the fields of a key with ", ". */
function toJson(headers) {
  return [...headers].flatMap(([key, value]) =>
    (key.endsWith('-bin')
      ? value.split(',').map(item => ({ key, hex: hexOf(decodeBinaryHeader(item.trim())) }))
      : [{ key, text: value }]));
}

export async function run(order) {
  const descriptors = new Uint8Array(await (await fetch('/echo.binpb')).arrayBuffer());
  const Echo = createFileRegistry(fromBinary(FileDescriptorSetSchema, descriptors)).getService('echo.Echo');
  const client = createClient(Echo, createGrpcWebTransport({ baseUrl: `http://${order.target}` }));
  const headers = new Headers();
  for (const { key, text, hex } of order.metadata ?? []) {
    headers.append(key, hex === undefined ? text : encodeBinaryHeader(bytesOf(hex)));
  }
  const outcome = { replies: [], initial: [], trailing: [], code: 0, message: '' };
  const options = {
    headers,
    onHeader: received => { outcome.initial = toJson(received); },
    onTrailer: received => { outcome.trailing = toJson(received); },
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
