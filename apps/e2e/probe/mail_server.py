"""An SMTP server for tests, which stores the latest mail to each address (`python -m probe.mail_server`)."""

import asyncio
import re
from contextlib import suppress

from probe.mails import FOLDER
from probe.output import write_line

PORT = 2525


async def receive(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    # The health check closes its connection without reading the greeting.
    with suppress(ConnectionResetError):
        await answer(reader, writer)
    writer.close()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    recipients: list[str] = []
    writer.write(b"220 ready\r\n")
    while line := (await reader.readline()).decode().strip():
        command = line.upper()
        if command.startswith("RCPT TO"):
            recipients += re.findall("<([^>/]+)>", line)
        if command == "DATA":
            writer.write(b"354 go on\r\n")
            data = await reader.readuntil(b"\r\n.\r\n")
            for recipient in recipients:
                (FOLDER / recipient).write_bytes(data)
                write_line(f"stored {recipient}")
        writer.write(b"221 bye\r\n" if command == "QUIT" else b"250 ok\r\n")
        await writer.drain()


async def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    server = await asyncio.start_server(receive, "0.0.0.0", PORT)  # noqa: S104 - only the worker can reach it
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
