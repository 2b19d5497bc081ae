"""A process that writes until it is killed: it says what the store acknowledged."""

import asyncio
import itertools
import os
import sys

from phones_in_room import CODE, asked, phones, room, sending

from widgets.group.floor import RESPONSES
from widgets.group.store import Store

RECEIPTS = phones(60)


async def answer(store, receipt):
    for turn in itertools.count():
        await store.change(CODE, sending(receipt, RESPONSES[turn % len(RESPONSES)]))
        os.write(sys.stdout.fileno(), f"{receipt} {turn}\n".encode())


async def write(store):
    await store.create(room())
    await store.change(CODE, lambda session: asked(session, RECEIPTS))
    await asyncio.gather(*(answer(store, receipt) for receipt in RECEIPTS))


if __name__ == "__main__":
    with Store(sys.argv[1]) as store:
        asyncio.run(write(store))
