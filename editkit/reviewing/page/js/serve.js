/* Client of the review server: saves decisions, applies them, and lints the files again. */
const EVERY = 2_500;
/* Ids of rewritten sentences are unique only within a document. */
const keyOf = ({ path, part }, id = null) => JSON.stringify([path, part, id]);
const server = {
	revision: facts.serve.revision,
	unsaved: new Set(),
	saving: null,

	async ask(method, path, body) {
		const headers = { "X-Editkit-Token": facts.serve.token, "Content-Type": "application/json" };
		const answer = await fetch(`/api/${path}`, { method, headers, body: body && JSON.stringify(body) });
		return { status: answer.status, ...(await answer.json()) };
	},

	/* Save until all is saved or saving fails; decisions made during a save are sent with the next one. */
	save(_, items = []) {
		for (const item of items) server.unsaved.add(keyOf(item.file, item.id));
		server.dirty = true;
		at("saved").textContent = "Saving…";
		server.saving ??= server.puts().finally(() => (server.saving = null));
		return server.saving;
	},

	async puts() {
		while (server.dirty && (await server.put())) continue;
	},

	async put() {
		const sent = new Set(server.unsaved);
		server.dirty = false;
		try {
			const { status, error, revision, decisions, reload } = await server.ask("PUT", "decisions", {
				revision: server.revision,
				decisions: server.decisions(),
			});
			if (status === 409 && decisions) {
				server.dirty = true;
				server.follow(revision, decisions, "Updated with decisions from another tab.");
			} else if (status === 200) {
				server.revision = revision;
				for (const key of sent) server.unsaved.delete(key);
				if (reload && !server.dirty) server.reload();
			} else throw new Error(error);
			server.showSaved();
			return true;
		} catch (fault) {
			server.dirty = true;
			const isAway = fault instanceof TypeError;
			server.showSaved(isAway ? "the server does not answer" : fault.message.replace(/\.$/, ""));
			return false;
		}
	},

	/* The decisions, with every document: the server keeps what it knows about newer versions of them. */
	decisions() {
		const { files, ...rest } = review.decisions();
		const decided = new Set(files.map((file) => keyOf(file)));
		const others = review.files.filter((file) => !decided.has(keyOf(file)));
		const empty = others.map(({ path, part, sha256 }) => ({ path, part, sha256, decisions: [] }));
		return { ...rest, files: [...files, ...empty] };
	},

	/* Load the page again; while a field is open, the poll after it does so, since typed text must stay. */
	reload() {
		server.isOld = true;
		if (!rewriting.item) location.reload();
	},

	load: () => (facts.serve.decisions ? server.take(facts.serve.decisions) : []),

	/* Load a decisions document, but keep decisions that are not saved yet. */
	take({ files = [], words = [], glossary = [] }) {
		const mine = (file, id) => server.unsaved.has(keyOf(file, id));
		const items = review.files.flatMap((file) => {
			const entries =
				files.find(
					({ path, part, sha256 }) => path === file.path && part === file.part && sha256 === file.sha256,
				)?.decisions ?? [];
			const known = new Set(entries.map(({ edit }) => edit));
			const gone = itemsOf(file).filter(
				(item) => !mine(file, item.id) && !known.has(item.id) && item.decision.state !== "pending",
			);
			for (const item of gone) item.decision = UNDECIDED;
			return [
				...gone,
				...takeOver(
					review,
					file,
					entries.filter(({ edit }) => !mine(file, edit)),
				),
			];
		});
		const own = server.dirty ? review.extras : { words: [], glossary: [] };
		const rowsOf = new Map([...glossary, ...own.glossary].map((each) => [JSON.stringify(each), each]));
		review.extras = { words: [...new Set([...words, ...own.words])], glossary: [...rowsOf.values()] };
		return touched(items);
	},

	follow(revision, decisions, words) {
		server.revision = revision;
		const items = server.take(decisions);
		attach(items);
		refresh(items);
		say(words);
	},

	/* Show whether all is saved or, with a reason, why not. */
	showSaved(reason = "") {
		const count = Math.max(server.unsaved.size, server.dirty ? 1 : 0);
		at("saved").textContent = count ? `${count} not saved` : "All saved";
		banners.unsaved(reason && count, reason);
	},

	async poll() {
		if (document.hidden || server.saving || rewriting.item) return;
		if (server.dirty) return server.save();
		if (server.isOld) return server.reload();
		try {
			const { status, error, revision, decisions, files, changed: others } = await server.ask("GET", "decisions");
			if (server.saving || server.dirty) return;
			if (status === 200 && review.files.some(({ path, sha256 }) => files[path] !== sha256))
				server.reload();
			else if (status === 200 && revision !== server.revision)
				server.follow(revision, decisions ?? {}, "Decided in another tab.");
			if (status !== 200) return server.showAway(error);
			banners.changed(others);
			server.showSaved();
		} catch {
			server.showAway("The server does not answer. Decisions are saved when it does.");
		}
	},

	showAway(reason) {
		at("saved").textContent = "Offline";
		say(reason);
	},

	async act(path, body) {
		rewriting.settle();
		await server.save();
		if (server.dirty) return;
		say(path === "lint" ? "Checking again…" : "Applying…");
		const { status, error } = await server.ask("POST", path, body?.());
		if (status === 200) server.reload();
		else say(error);
	},

	run: (path) =>
		server
			.act(path, path === "lint" ? undefined : () => ({ revision: server.revision }))
			.catch(() => say("The server does not answer.")),
};
store = server;

for (const [label, path] of [
	["Apply to the files", "apply"],
	["Check again", "lint"],
]) {
	at("save-decisions").before(
		el(
			"button",
			{
				className: path === "apply" ? "strong" : "",
				onclick: () => server.run(path),
			},
			label,
		),
	);
}
document.querySelector(".progress").append(" ", el("span", { id: "saved", role: "status" }, "All saved"));
banners.applied(facts.serve.applied);
at("kept").textContent =
	"Decisions are saved as you make them. Files change when you apply.";
addEventListener("focus", server.poll);
setInterval(server.poll, EVERY);
addEventListener("beforeunload", (event) => server.dirty && event.preventDefault());
