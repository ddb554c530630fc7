"use strict";
/* DOM elements, and text with visible control characters. */
const at = (id) => document.getElementById(id);

const [header] = document.getElementsByTagName("header");
const [aside] = document.getElementsByTagName("aside");

const all = (css, root = document) => [...root.querySelectorAll(css)];

/* Create an element; control characters in its texts are made visible. */
function el(name, properties, ...children) {
	const made = Object.assign(document.createElement(name), properties);
	made.append(...children.flatMap((child) => (typeof child === "string" ? shown(child) : child)));
	return made;
}

const listItem = (child) => el("li", {}, child);

function write(node, text) {
	node.replaceChildren(...shown(text || ""));
}

const say = (text) => write(at("status"), text);

const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
const HIDDEN =
	/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\u{e0000}-\u{e007f}]/u;

/* `text` as nodes, with marks in place of control characters and bidirectional overrides. */
function shown(text) {
	return text
		.replace(/\r\n?/g, "\n")
		.split(new RegExp(`(${HIDDEN.source})`, "u"))
		.map((part) => {
			if (!HIDDEN.test(part)) return part;
			const made = el("span", { className: "mark" });
			const code = part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
			made.dataset.mark = code === "FFFC" ? "▫" : `U+${code}`;
			return made;
		});
}
