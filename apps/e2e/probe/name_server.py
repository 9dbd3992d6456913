"""A name server that logs its queries: `python -m probe.name_server ADDRESS [UNANSWERED]`.

It answers every query for an address of this version (IPv4 or IPv6) with ADDRESS and a TTL of ten minutes,
as Docker's own name server does, except for the first UNANSWERED ones. For each such query it prints the
seconds since the Unix epoch. RFC 1035, 4.1; RFC 3596.
"""

import ipaddress
import socket
import struct
import sys
import time

from probe.output import write_line

_TEN_MINUTES = 600
_HEADER = struct.Struct(">HHHHHH")
_RESPONSE_FLAGS = 0x8180  # a response, recursion desired and available, no error
_TYPES = {4: 1, 6: 28}  # A, AAAA
_CLASS_IN = 1
_NAME_OF_QUESTION = 0xC00C  # a pointer to the name in the question


def _question(query: bytes) -> bytes:
    # The name ends with an empty label; type and class follow.
    return query[_HEADER.size : query.index(b"\0", _HEADER.size) + 5]


def _is_for(kind: int, question: bytes) -> bool:
    return struct.unpack(">HH", question[-4:]) == (kind, _CLASS_IN)


def _response(query: bytes, kind: int, address: bytes) -> bytes:
    identity = _HEADER.unpack_from(query)[0]
    question = _question(query)
    if not _is_for(kind, question):
        return _HEADER.pack(identity, _RESPONSE_FLAGS, 1, 0, 0, 0) + question
    record = struct.pack(">HHHIH", _NAME_OF_QUESTION, kind, _CLASS_IN, _TEN_MINUTES, len(address))
    return _HEADER.pack(identity, _RESPONSE_FLAGS, 1, 1, 0, 0) + question + record + address


def main(address: str, unanswered: int = 0) -> None:
    """Serve until the container stops."""
    parsed = ipaddress.ip_address(address)
    kind = _TYPES[parsed.version]
    server = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_DGRAM)
    # All addresses, since Nginx sends its queries from another container.
    server.bind(("", 53))
    queries = 0
    while True:
        query, client = server.recvfrom(512)
        is_counted = _is_for(kind, _question(query))
        if is_counted:
            queries += 1
            write_line(f"{time.time():.3f}")
        if not is_counted or queries > unanswered:
            server.sendto(_response(query, kind, parsed.packed), client)


if __name__ == "__main__":
    main(sys.argv[1], *(int(each) for each in sys.argv[2:]))
