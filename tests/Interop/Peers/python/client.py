"""A grpcio client: each line of standard input is a call, and is answered with a line that says how it went."""
import json
import sys

import grpc
from echo_pb2 import EchoMessage
from rejection_pb2 import BadRequest, Status

import fields

DETAILS = "grpc-status-details-bin"

# What the client sends and receives in a call of each kind.
KINDS = {
    "Unary": ("unary", "unary"),
    "ClientStreaming": ("stream", "unary"),
    "ServerStreaming": ("unary", "stream"),
    "Duplex": ("stream", "stream"),
}


def run(order):
    sent, received = KINDS[order["method"]]
    with grpc.insecure_channel(order["target"]) as channel:
        method = getattr(channel, f"{sent}_{received}")
        stub = method(order.get("path", "/echo.Echo/" + order["method"]), EchoMessage.SerializeToString, EchoMessage.FromString)
        message = EchoMessage(text=order["text"])
        request = iter([message]) if sent == "stream" else message
        options = {"metadata": fields.of_json(order.get("metadata")), "timeout": order["timeout"]}
        replies = []
        try:
            if received == "stream":
                call = stub(request, **options)
                for reply in call:
                    replies.append(reply.text)
            else:
                call = stub.future(request, **options)
                replies.append(call.result().text)
        except grpc.RpcError:
            pass
        return {
            "replies": replies,
            "initial": fields.to_json(call.initial_metadata()),
            "trailing": fields.to_json(call.trailing_metadata()),
            "code": call.code().value[0],
            "message": call.details(),
            "violations": violations(call.trailing_metadata()),
        }


def violations(trailing):
    """What google.rpc.BadRequest says, field by field."""
    status = Status.FromString(dict(trailing or []).get(DETAILS, b""))
    found = []
    for detail in status.details:
        request = BadRequest()
        if detail.Unpack(request):
            found += [{"field": one.field, "description": one.description, "reason": one.reason} for one in request.field_violations]
    return found


for line in sys.stdin:
    print(json.dumps(run(json.loads(line))), flush=True)
