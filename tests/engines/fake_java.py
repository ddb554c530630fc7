"""A program that takes the place of Java and LanguageTool's server."""

FAKE_JAVA = '''#!{python}
"""Responds as LanguageTool does; ends at a text that contains DIE."""
import json, os, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

if os.path.exists({folder!r} + "/broken"):
    sys.exit("no class languagetool")

class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        known = [{{"code": "en", "longCode": code}} for code in ("en", "en-US", "en-GB")]
        info = {{"software": {{"name": "LanguageTool", "version": "6.8-fake"}}}}
        self.answer(known if self.path.endswith("languages") else info)

    def do_POST(self):
        asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        text = asked["text"][0]
        if "DIE" in text:
            os._exit(9)
        found = []
        if "wronf" in text:
            at = len(text[:text.index("wronf")].encode("utf-16-le")) // 2
            rule = {{"id": "MORFOLOGIK_RULE_EN_US", "issueType": "misspelling"}}
            rule["category"] = {{"id": "TYPOS"}}
            found = [{{"message": "", "offset": at, "length": 5, "rule": rule}}]
            found[0]["replacements"] = [{{"value": "wrong"}}]
        self.answer({{"matches": found}})

    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass

port = int(sys.argv[sys.argv.index("--port") + 1])
ThreadingHTTPServer(("127.0.0.1", port), Answers).serve_forever()
'''
