"""The text of Word files in LibreOffice, with all tracked changes accepted and rejected.

A program for the system's Python, which has UNO: `libreoffice_text.py FILE…` prints a JSON list
with `accepted`, `rejected` (paragraphs of portions, each with its format) and `comments`.
"""
# ruff: noqa: ANN401, BLE001, FBT003
# ruff: noqa: T201

import json
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

uno: Any = import_module("uno")  # only the system's Python has it
_FORMATS = ("CharWeight", "CharPosture", "HyperLinkURL", "CharColor")
_SECONDS = 90


def main(paths: list[str]) -> None:
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"judge{time.time_ns()}"
        office = subprocess.Popen(
            [
                *("soffice", "--headless", "--norestore", "--nologo", "--nodefault"),
                f"-env:UserInstallation={Path(profile).as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            context = _connect(pipe)
            desktop = _service(context, "com.sun.star.frame.Desktop")
            dispatcher = _service(context, "com.sun.star.frame.DispatchHelper")
            print(json.dumps([_judged(desktop, dispatcher, path) for path in paths]))
            desktop.terminate()
        finally:
            office.terminate()
            office.wait()


def _connect(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = _service(local, "com.sun.star.bridge.UnoUrlResolver")
    for _ in range(2 * _SECONDS):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def _service(context: Any, name: str) -> Any:
    return context.ServiceManager.createInstanceWithContext(name, context)


def _judged(desktop: Any, dispatcher: Any, path: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for verb in ("Accept", "Reject"):
        hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        hidden.Name, hidden.Value = "Hidden", True
        url = uno.systemPathToFileUrl(str(Path(path).absolute()))
        document = desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))
        try:
            found["comments"] = _comments(document)
            frame = document.CurrentController.Frame
            dispatcher.executeDispatch(frame, f".uno:{verb}AllTrackedChanges", "", 0, ())
            texts = [document.Text]
            notes = document.Footnotes
            texts += [notes.getByIndex(number) for number in range(notes.getCount())]
            found[f"{verb.lower()}ed"] = [each for text in texts for each in _paragraphs(text)]
        finally:
            document.close(True)
    return found


def _items(container: Any) -> Any:
    items = container.createEnumeration()
    while items.hasMoreElements():
        yield items.nextElement()


def _paragraphs(text: Any) -> Any:
    for each in _items(text):
        if each.supportsService("com.sun.star.text.TextTable"):
            for name in each.CellNames:
                yield from _paragraphs(each.getCellByName(name))
            continue
        portions: list[Any] = []
        for portion in _items(each):
            if portion.TextPortionType != "Text" or not portion.String:
                continue
            values = (portion.getPropertyValue(name) for name in _FORMATS)
            form = [getattr(value, "value", value) for value in values]
            if portions and portions[-1][1] == form:
                portions[-1][0] += portion.String
            else:
                portions.append([portion.String, form])
        yield portions


def _comments(document: Any) -> list[str]:
    fields = _items(document.TextFields)
    kind = "com.sun.star.text.textfield.Annotation"
    return [f"{each.Author}: {each.Content}" for each in fields if each.supportsService(kind)]


main(sys.argv[1:])
