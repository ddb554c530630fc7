/* The panel beside the article: the current issue, its proposals and its rewrite. */
const at = (id) => document.getElementById(id);
const STATES = { pending: "Pending", accepted: "Accepted", rejected: "Rejected", rewritten: "Rewritten" };

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function stateName(item) {
  if (item.excludedBy) return "Excluded by an overlapping edit";
  return !item.isEdit && item.state === "rejected" ? "Dismissed" : item.isEdit ? STATES[item.state] : item.state === "pending" ? "Note" : STATES[item.state];
}

function showIssue(item, review, rationales, choose) {
  const list = item.isEdit ? review.edits : review.notes;
  const file = review.files.length > 1 ? `${item.file.path}, ` : "";
  at("issue").hidden = false;
  at("issue-state").textContent = stateName(item);
  at("issue-state").dataset.state = item.state;
  at("issue-where").textContent = `${item.isEdit ? "Edit" : "Note"} ${list.indexOf(item) + 1} of ${list.length} · ${file}line ${item.line}`;
  at("issue-rule").textContent = item.rule;
  at("issue-message").textContent = item.message;
  put("issue-concept", conceptOf(item));
  put("issue-why", rationales[item.rule] ?? "");
  const also = item.also.map((rule) => `Also found by ${rule}`);
  const related = item.related.map(({ path, line, message }) => [path ?? (line && `Line ${line}`), message].filter(Boolean).join(": "));
  at("issue-related").replaceChildren(...[...related, ...also].map((text) => element("li", { textContent: text })));
  showChoices(item, choose);
  at("accept").disabled = !item.isEdit;
  at("reject").firstElementChild.textContent = item.isEdit ? "Reject" : "Dismiss";
}

function put(id, text) {
  at(id).textContent = text;
  at(id).hidden = !text;
}

function conceptOf({ concept }) {
  if (!concept) return "";
  return `Glossary: ${[concept.source, concept.term].filter(Boolean).join(" → ")}`;
}

/* The rows stay while the item does, so that arrow keys can move among them. */
function showChoices(item, choose) {
  const box = at("issue-choices");
  const own = item.decision.state === "rewritten";
  box.hidden = !item.isEdit;
  if (box.item !== item) {
    box.item = item;
    box.lastElementChild.replaceChildren(...item.choices.map((choice, number) => {
      const input = element("input", { type: "radio", name: "choice", hidden: item.choices.length === 1, onchange: () => choose(number) });
      const safety = choice.safety === "safe" ? "safe" : "for review";
      const title = element("span", {}, element("bdi", { textContent: choice.title }), " ", element("small", { textContent: safety }));
      return element("label", {}, input, title);
    }));
  }
  box.querySelectorAll("input").forEach((input, number) => {
    input.checked = !own && number === item.decision.choice;
  });
  put("issue-own", own ? `Your text: “${item.decision.texts.join(" … ")}”` : "");
}

/* Asks for the text of each place of an item; `keep` gets the texts, one for each place. */
const rewriting = {
  item: null,

  open(item, keep) {
    rewriting.item = item;
    rewriting.keep = keep;
    const { source } = item.file;
    rewriting.given = item.decision.state === "rewritten"
      ? item.decision.texts
      : item.pieces.map(({ start, end }) => source.spliced(item.edits(), start, end));
    const fields = rewriting.given.map((text, number) => {
      const value = text.replace(/\r\n?/g, "\n");
      const label = rewriting.given.length > 1 ? `Rewrite, place ${number + 1}` : "Rewrite as";
      const rows = Math.min(8, Math.max(2, Math.ceil(value.length / 34)));
      return element("label", {}, label, element("textarea", { value, rows, spellcheck: true }));
    });
    at("rewrite-fields").replaceChildren(...fields);
    rewriting.toggle(true);
    const first = at("rewrite-fields").querySelector("textarea");
    first.focus();
    first.select();
  },

  /* A field shows every line end as "\n": a text that was not touched keeps its own. */
  finish() {
    const { newline } = rewriting.item.file.source;
    const fields = [...at("rewrite-fields").querySelectorAll("textarea")];
    const texts = fields.map(({ value }, number) => {
      const given = rewriting.given[number];
      return value === given.replace(/\r\n?/g, "\n") ? given : value.replace(/\n/g, newline);
    });
    const { item, keep } = rewriting;
    rewriting.leave();
    keep(item, texts);
  },

  leave() {
    rewriting.item = null;
    rewriting.toggle(false);
  },

  toggle(open) {
    at("rewrite").hidden = !open;
    at("actions").hidden = open;
    document.body.classList.toggle("rewriting", open);
  },
};
