"""A partner's own client: sends the messages that standard input lists, one JSON object a line, over AMQP 1.0 with
Qpid Proton, and prints what the broker said to each: accepted, rejected, released or modified.

    send.py URL QUEUE [USER PASSWORD [CA]]   < {"id": …, "file": …, "properties": {…}, "as": "data|binary|text|list"}
"""

import json
import sys
import uuid

from proton import Message, SSLDomain, ulong
from proton.handlers import MessagingHandler
from proton.reactor import Container


class Partner(MessagingHandler):
    def __init__(self, url, queue, user, password, ca, lines):
        super().__init__()
        self.url, self.queue, self.user, self.password, self.ca = url, queue, user, password, ca
        self.lines = [json.loads(line) for line in lines if line.strip()]
        self.said = {}
        self.sent = 0
        self.failed = None

    def on_start(self, event):
        options = {"reconnect": False, "sasl_enabled": True}
        if self.user:
            options.update(user=self.user, password=self.password, allowed_mechs="PLAIN", allow_insecure_mechs=True)
        if self.ca:
            domain = SSLDomain(SSLDomain.MODE_CLIENT)
            domain.set_trusted_ca_db(self.ca)
            domain.set_peer_authentication(SSLDomain.VERIFY_PEER_NAME)
            options["ssl_domain"] = domain
        connection = event.container.connect(self.url, **options)
        event.container.create_sender(connection, self.queue)

    def message(self, line):
        kind = line.get("as", "data")
        with open(line["file"], "rb") as content:
            body = content.read()
        message = Message(durable=True)
        if kind == "text":
            body = body.decode("utf-8")
        elif kind == "list":
            body = [1, 2, 3]
        message.body = body
        message.inferred = kind in ("data", "list")
        given = line.get("id")
        if given is not None:
            message.id = uuid.UUID(given[5:]) if str(given).startswith("uuid:") else ulong(given) if isinstance(given, int) else given
        if line.get("properties"):
            message.properties = line["properties"]
        if line.get("properties", {}).get("group"):
            message.group_id = line["properties"]["group"]
        return message

    def on_sendable(self, event):
        while event.sender.credit and self.sent < len(self.lines):
            delivery = event.sender.send(self.message(self.lines[self.sent]))
            self.said[delivery.tag] = self.sent
            self.sent += 1

    def done(self, event, what):
        print(self.said.pop(event.delivery.tag), what)
        if not self.said and self.sent == len(self.lines):
            event.connection.close()

    def on_accepted(self, event):
        self.done(event, "accepted")

    def on_rejected(self, event):
        self.done(event, "rejected")

    def on_released(self, event):
        self.done(event, "modified" if event.delivery.remote_state == event.delivery.MODIFIED else "released")

    def on_transport_error(self, event):
        self.failed = str(event.transport.condition)
        event.container.stop()

    def on_link_error(self, event):
        self.failed = str(event.link.remote_condition)
        event.connection.close()

    on_connection_error = on_link_error


arguments = sys.argv[1:] + [""] * 3
partner = Partner(*arguments[:5], sys.stdin)
Container(partner).run()
if partner.failed:
    print("failed", partner.failed)
    sys.exit(1)
