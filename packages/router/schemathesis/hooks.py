"""Feeds schemathesis with things that are there: valid cases get the ids of rooms, people and messages made for them.

Invalid cases are left as they are generated. Every operation is called with an API token that has every scope, but for
those that take no API tokens: they are called by somebody who is logged in.
"""

import json
import os
import uuid
from urllib.request import Request, urlopen

import schemathesis

BASE = os.environ["PARLEY"] + "/api/v1"
PASSWORD = "correct horse battery"
SCOPES = [f"{of}:{what}" for of in ("rooms", "messages", "users", "presence") for what in ("read", "write")]


def ask(token, method, path, body=None):
    headers = {"content-type": "application/json"} if body is not None else {}
    if token:
        headers["authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    with urlopen(Request(BASE + path, data=data, headers=headers, method=method)) as answer:
        text = answer.read()
        return json.loads(text) if text else None


class Person:
    def __init__(self, prefix):
        self.username = f"{prefix}-{uuid.uuid4().hex[:8]}"
        self.email = f"{self.username}@example.com"
        body = {"username": self.username, "email": self.email, "password": PASSWORD}
        session = ask(None, "POST", "/users", body)
        self.id = session["user"]["id"]
        self.access = session["accessToken"]
        self.refresh = session["refreshToken"]

    def make_token(self):
        body = {"name": "schemathesis", "scopes": [*SCOPES, "rooms:moderate"]}
        return ask(self.access, "POST", "/tokens", body)


class World:
    def __init__(self):
        self.owner, self.member, self.guest = Person("owner"), Person("member"), Person("guest")
        self.token = self.owner.make_token()["token"]
        self.member_token = self.member.make_token()["token"]
        self.room = self.make_room()
        ask(self.token, "PUT", f"/rooms/{self.room}/members/{self.member.id}", {})
        self.code = ask(self.token, "POST", f"/rooms/{self.room}/invites", {})["code"]

    def make_room(self):
        return ask(self.token, "POST", "/rooms", {"kind": "public", "name": "For a test"})["id"]

    def say(self, token):
        return ask(token, "POST", f"/rooms/{self.room}/messages", {"body": "hello"})["message"]["id"]

    def report(self):
        message = self.say(self.member_token)
        ask(self.token, "POST", f"/messages/{message}/reports", {"reason": "Spam"})
        return ask(self.token, "GET", f"/rooms/{self.room}/reports?limit=100")["items"][-1]["id"]

    def place(self, kind):
        """Puts the guest into the state that an operation starts from."""
        path = f"/rooms/{self.room}/{kind}/{self.guest.id}"
        ask(self.token, "DELETE", f"/rooms/{self.room}/bans/{self.guest.id}")
        ask(self.token, "PUT", path, {})


_world = None


def world():
    global _world
    _world = _world or World()
    return _world


def is_for_people(operation):
    return "API tokens cannot call it" in operation.definition.raw.get("description", "")


@schemathesis.auth(refresh_interval=None)
class Auth:
    def get(self, case, ctx):
        if not is_for_people(case.operation):
            return world().token
        # Nobody is to lose the session that the others stand on; it ends after a quarter of an hour, too.
        case_person[id(case)] = person = Person("once")
        return person.access

    def set(self, case, data, ctx):
        case.headers = case.headers or {}
        case.headers["Authorization"] = f"Bearer {data}"


case_person = {}


def password_reset(person):
    return ask(None, "POST", "/password-resets", {"email": person.email})["devToken"]


def code_for(person):
    return ask(None, "POST", "/codes", {"email": person.email})["devCode"]


def changed_email(person):
    email = f"{uuid.uuid4().hex}@example.com"
    return ask(person.access, "POST", "/users/me/email-changes", {"email": email, "currentPassword": PASSWORD})["devCode"]


def in_path(case, operation, person):
    """The ids of things that are there, made for what would use them up."""
    here = world()
    made = {
        "roomId": lambda: here.room,
        "userId": lambda: here.member.id,
        "messageId": lambda: here.say(here.token),
        "emoji": lambda: "👍",
        "code": lambda: here.code,
        "inviteId": lambda: ask(here.token, "POST", f"/rooms/{here.room}/invites", {})["id"],
        "reportId": here.report,
        "id": lambda: person.make_token()["id"],
        "sessionId": lambda: other_session(person),
    }
    if operation in ("rooms.delete", "rooms.leave", "rooms.archive", "rooms.restore", "rooms.update"):
        made["roomId"] = here.make_room
    if operation == "messages.report":
        made["messageId"] = lambda: here.say(here.member_token)
    states = {"rooms.addMember": None, "rooms.ban": None, "rooms.removeMember": "members", "rooms.unban": "bans"}
    if operation in states:
        made["userId"] = lambda: here.guest.id
        if states[operation]:
            here.place(states[operation])
        else:
            ask(here.token, "DELETE", f"/rooms/{here.room}/bans/{here.guest.id}")
    for name in case.path_parameters or {}:
        if name in made:
            case.path_parameters[name] = made[name]()


def other_session(person):
    ask(None, "POST", "/sessions", {"login": person.username, "password": PASSWORD})
    return next(one["id"] for one in ask(person.access, "GET", "/sessions") if not one["current"])


def in_body(operation, person):
    """What a body has to say so that it can be right; everything else of it stays as it was generated."""
    here = world()
    fresh = f"u{uuid.uuid4().hex[:12]}"
    fixed = {
        "auth.register": lambda: {"username": fresh, "email": f"{fresh}@example.com", "password": PASSWORD, "inviteCode": None},
        "auth.login": lambda: {"login": here.owner.username, "password": PASSWORD},
        "auth.refresh": lambda: {"refreshToken": Person("again").refresh},
        "auth.requestCode": lambda: {"email": f"{fresh}@example.com", "inviteCode": None},
        "auth.verifyCode": lambda: {"email": (other := Person("code")).email, "code": code_for(other), "inviteCode": None},
        "auth.changePassword": lambda: {"currentPassword": PASSWORD, "newPassword": "staple of another kind"},
        "auth.requestReset": lambda: {"email": f"{fresh}@example.com"},
        "auth.resetPassword": lambda: {"token": password_reset(Person("reset")), "password": "staple of another kind"},
        "auth.createToken": lambda: {"scopes": ["rooms:read"], "expiresAt": None},
        "auth.changeEmail": lambda: {"email": f"{fresh}@example.com", "currentPassword": PASSWORD},
        "auth.confirmEmail": lambda: {"code": changed_email(person)},
        "users.setAvatar": lambda: {"attachmentId": ...},
        "users.deactivate": lambda: {"currentPassword": PASSWORD},
        "users.erase": lambda: {"currentPassword": PASSWORD},
        "rooms.direct": lambda: {"userIds": [here.member.id]},
        "rooms.addMember": lambda: {"role": "member"},
        "rooms.setRole": lambda: {"role": "member"},
        "messages.send": lambda: {"body": "hello", "replyToId": None, "threadRootId": None, "attachmentIds": None},
    }
    return fixed.get(operation, dict)()


@schemathesis.hook
def before_call(context, case, kwargs):
    mode = case.meta and case.meta.generation.mode
    if not mode or not mode.is_positive:
        return
    operation = case.operation.definition.raw.get("operationId")
    person = case_person.pop(id(case), None)
    in_path(case, operation, person or world().owner)
    if isinstance(case.query, dict):
        case.query.pop("cursor", None)
    if isinstance(case.headers, dict) or case.headers:
        case.headers.pop("Last-Event-ID", None)
    if isinstance(case.query, dict):
        case.query.pop("lastEventId", None)
    if isinstance(case.body, dict):
        for name, value in in_body(operation, person).items():
            if value is None:
                case.body.pop(name, None)
            else:
                case.body[name] = None if value is ... else value
