"""A name server that tells when it was asked: `python -m probe.name_server ADDRESS [SILENT_QUESTIONS]`.

It answers every question for an IPv4 address with ADDRESS, good for ten minutes as Docker's own server
says, except for the first SILENT_QUESTIONS, which it does not answer at all. Each question for such an
address is one line on stdout, the seconds since the Unix epoch. RFC 1035, 4.1.
"""

import ipaddress
import socket
import struct
import sys
import time

from probe.telling import tell

_TEN_MINUTES = 600
_HEADER = struct.Struct(">HHHHHH")
_ANSWERED = 0x8180  # a response, recursion wanted and available, no error
_TYPE_A = 1
_CLASS_IN = 1
_NAME_OF_QUESTION = 0xC00C  # a pointer to the question's own name


def _question(query: bytes) -> bytes:
    # The name ends with an empty label; type and class follow.
    return query[_HEADER.size : query.index(b"\0", _HEADER.size) + 5]


def _is_for_ipv4(question: bytes) -> bool:
    return struct.unpack(">HH", question[-4:]) == (_TYPE_A, _CLASS_IN)


def _answer(query: bytes, address: bytes) -> bytes:
    identity = _HEADER.unpack_from(query)[0]
    question = _question(query)
    if not _is_for_ipv4(question):
        return _HEADER.pack(identity, _ANSWERED, 1, 0, 0, 0) + question
    record = struct.pack(">HHHIH", _NAME_OF_QUESTION, _TYPE_A, _CLASS_IN, _TEN_MINUTES, len(address))
    return _HEADER.pack(identity, _ANSWERED, 1, 1, 0, 0) + question + record + address


def main(address: str, silent: int = 0) -> None:
    """Serve until the container ends."""
    packed = ipaddress.IPv4Address(address).packed
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    # On every address: Nginx asks from another container.
    server.bind(("", 53))
    asked = 0
    while True:
        query, client = server.recvfrom(512)
        if _is_for_ipv4(_question(query)):
            asked += 1
            tell(f"{time.time():.3f}")
        if asked > silent:
            server.sendto(_answer(query, packed), client)


if __name__ == "__main__":
    main(sys.argv[1], *(int(each) for each in sys.argv[2:]))
