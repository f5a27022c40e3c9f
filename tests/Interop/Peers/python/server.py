"""A grpcio server of echo.Echo. It prints its port, and ends with its standard input."""
import json
import sys
import threading
from concurrent import futures

import grpc
from echo_pb2 import EchoMessage

import fields

CODES = {code.value[0]: code for code in grpc.StatusCode}
ECHO_INITIAL = "x-grpc-test-echo-initial"
ECHO_TRAILING = "x-grpc-test-echo-trailing-bin"


def follow(request, context):
    """Does what the request's text says, and answers what came as metadata."""
    order = json.loads(request.text or "{}")
    seen = context.invocation_metadata()
    initial = fields.of_json(order.get("initial")) + [pair for pair in seen if pair[0] == ECHO_INITIAL]
    trailing = fields.of_json(order.get("trailing")) + [pair for pair in seen if pair[0] == ECHO_TRAILING]
    if initial:
        context.send_initial_metadata(initial)
    context.set_trailing_metadata(trailing)
    if order.get("sleep"):
        ended = threading.Event()
        if context.add_callback(ended.set):
            ended.wait()
    if order.get("code"):
        context.abort(CODES[order["code"]], order.get("message", ""))
    return EchoMessage(text=json.dumps(fields.to_json(seen)))


def client_streaming(requests, context):
    *_, last = requests
    return follow(last, context)


def server_streaming(request, context):
    yield follow(request, context)


def duplex(requests, context):
    for request in requests:
        yield follow(request, context)


server = grpc.server(futures.ThreadPoolExecutor(max_workers=8))
server.add_generic_rpc_handlers([
    grpc.method_handlers_generic_handler("echo.Echo", {
        "Unary": grpc.unary_unary_rpc_method_handler(follow, EchoMessage.FromString, EchoMessage.SerializeToString),
        "ClientStreaming": grpc.stream_unary_rpc_method_handler(client_streaming, EchoMessage.FromString, EchoMessage.SerializeToString),
        "ServerStreaming": grpc.unary_stream_rpc_method_handler(server_streaming, EchoMessage.FromString, EchoMessage.SerializeToString),
        "Duplex": grpc.stream_stream_rpc_method_handler(duplex, EchoMessage.FromString, EchoMessage.SerializeToString),
    }),
])
port = server.add_insecure_port("127.0.0.1:0")
server.start()
print(port, flush=True)
sys.stdin.read()
server.stop(None)
