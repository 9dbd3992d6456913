"""Prints what it receives as JSON lines, in place of an OpenTelemetry collector and of Sentry."""

import gzip
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest


def spans(body: bytes) -> list[dict[str, Any]]:
    return [
        {
            "kind": "span",
            "name": span.name,
            "trace_id": span.trace_id.hex(),
            "is_root": not span.parent_span_id,
            "attributes": {each.key: each.value.string_value for each in span.attributes},
        }
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]


def events(body: bytes) -> list[dict[str, Any]]:
    # An envelope: https://develop.sentry.dev/sdk/data-model/envelopes/
    items = [json.loads(line) for line in body.splitlines()]
    return [{"kind": "event", **item} for item in items if "exception" in item]


class Recorder(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers["Content-Encoding"] == "gzip":
            body = gzip.decompress(body)
        records = spans(body) if self.path == "/v1/traces" else events(body)
        # All bytes and the address too, so that no secret is missed.
        for record in [{"kind": "raw", "path": self.path, "body": body.decode("latin-1")}, *records]:
            sys.stdout.write(json.dumps(record) + "\n")
        sys.stdout.flush()
        self.send_response(200)
        # For Sentry in the browser, whose page has another origin.
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Length", "0")
        self.end_headers()


if __name__ == "__main__":
    ThreadingHTTPServer(("", 8080), Recorder).serve_forever()
