/** Bundled from client/ by `npm run generate`. */
export const SCRIPT = `
(function() {
	// src/domain/text/compare-texts.ts
	function compareTexts(one, other) {
		if (one === other) return 0;
		return one < other ? -1 : 1;
	}
	// src/reporting/dashboard/device-list.ts
	const SORT_KEYS = [
		"status",
		"name",
		"platform",
		"site",
		"role",
		"since",
		"detail"
	];
	function deviceRows(inventory, open) {
		const ill = new Map(open.map((device, rank) => [device.name, {
			...device,
			rank
		}]));
		const well = {
			status: "in-sync",
			rank: open.length,
			since: null,
			detail: ""
		};
		return [...inventory.groups.flatMap(({ prefix, names, platform, site, role }) => names.map((rest) => {
			const name = prefix + rest;
			const found = ill.get(name) ?? well;
			ill.delete(name);
			return {
				platform,
				site,
				role,
				...found,
				name
			};
		})), ...[...ill.values()].map((device) => ({
			platform: "",
			site: "",
			role: "",
			...device
		}))];
	}
	function selectRows(rows, query) {
		const text = query.text.trim().toLowerCase();
		const sign = query.descending ? -1 : 1;
		return rows.filter((row) => (text === "" || row.name.toLowerCase().includes(text)) && [
			"platform",
			"site",
			"role",
			"status"
		].every((key) => query[key] === "" || row[key] === query[key])).toSorted((one, other) => sign * compareBy(query.sort, one, other) || compareNames(one.name, other.name));
	}
	const RANKS = {
		drifted: 0,
		unknown: 1,
		"in-sync": 2
	};
	function compareBy(key, one, other) {
		if (key === "status") return RANKS[one.status] - RANKS[other.status] || one.rank - other.rank;
		if (key === "since") return compareTexts(one.since ?? "~", other.since ?? "~");
		return key === "name" ? compareNames(one.name, other.name) : compareTexts(one[key], other[key]);
	}
	const NAMES = new Intl.Collator("en", { numeric: true });
	function compareNames(one, other) {
		return NAMES.compare(one, other);
	}
	// src/reporting/dashboard/route.ts
	const TEXTS = [
		"text",
		"platform",
		"site",
		"role",
		"device"
	];
	function parseRoute(fragment) {
		const given = new URLSearchParams(fragment.replace(/^#/u, ""));
		const sort = given.get("sort") ?? "";
		const key = SORT_KEYS.find((one) => one === sort.replace(/^-/u, ""));
		const status = given.get("status");
		return {
			...Object.fromEntries(TEXTS.map((name) => [name, given.get(name) ?? ""])),
			status: status === "drifted" || status === "unknown" || status === "in-sync" ? status : "",
			sort: key ?? "status",
			descending: key !== void 0 && sort.startsWith("-")
		};
	}
	function formatRoute({ sort, descending, ...texts }) {
		const said = Object.entries(texts).filter(([, value]) => value !== "");
		const order = \`\${descending ? "-" : ""}\${sort}\`;
		return new URLSearchParams(Object.fromEntries(order === "status" ? said : [...said, ["sort", order]])).toString();
	}
	// src/reporting/wording/format-quantity.ts
	function formatTime(iso) {
		return \`\${iso.slice(0, 16).replace("T", " ")} UTC\`;
	}
	// src/reporting/dashboard/day-states.ts
	const DAY_MS$2 = 864e5;
	function heatMap(segments, { from, to }) {
		const days = daysBetween(from, to);
		const places = new Map(days.map((day, index) => [day, index]));
		const audited = days.map(() => null);
		const states = new Map();
		const added = new Map();
		const ill = new Map(segments[0]?.standing);
		for (const run of segments.flatMap(({ runs }) => runs)) {
			for (const name of run.inSync) ill.delete(name);
			for (const name of run.drifted) ill.set(name, "drifted");
			for (const [name] of run.unknown) ill.set(name, "unknown");
			const day = places.get(run.at.slice(0, 10));
			if (day === void 0) continue;
			for (const name of run.added ?? []) if (!added.has(name)) added.set(name, day);
			audited[day] = "in-sync";
			for (const [name, status] of ill) {
				const row = states.get(name) ?? days.map(() => null);
				if (row[day] !== "drifted") row[day] = status;
				states.set(name, row);
			}
		}
		const quiet = (name) => audited.map((state, day) => day < (added.get(name) ?? 0) ? null : state);
		const filled = [...states].map(([name, row]) => {
			const otherwise = quiet(name);
			return [name, row.map((state, day) => state ?? otherwise[day] ?? null)];
		});
		return {
			days,
			states: new Map(filled),
			quiet
		};
	}
	function badDays(states) {
		return states.filter((state) => state === "drifted" || state === "unknown").length;
	}
	function daysBetween(from, to) {
		const first = Date.parse(from);
		const count = Math.max(0, Math.floor((Date.parse(to) - first) / DAY_MS$2) + 1);
		return Array.from({ length: count }, (_, index) => new Date(first + index * DAY_MS$2).toISOString().slice(0, 10));
	}
	// src/reporting/dashboard/device-fragment.ts
	function deviceFragment(name) {
		return new URLSearchParams({ device: name }).toString();
	}
	// src/reporting/dashboard/client/element.ts
	function element(name, attributes = {}, ...children) {
		return filled(document.createElement(name), attributes, children);
	}
	function svgElement(name, attributes = {}, ...children) {
		return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
	}
	function byId(id, type) {
		const found = document.getElementById(id);
		if (found instanceof type) return found;
		throw new Error(\`the page has no \${id}\`);
	}
	function filled(target, attributes, children) {
		for (const [name, value] of Object.entries(attributes)) if (value !== null) target.setAttribute(name, String(value));
		target.append(...children);
		return target;
	}
	// src/reporting/dashboard/client/device-link.ts
	function deviceLink(name) {
		return element("a", {
			href: \`#\${deviceFragment(name)}\`,
			"data-device": name
		}, name);
	}
	function statusTag(status) {
		return element("span", { class: \`tag \${status}\` }, status === "in-sync" ? "in sync" : status);
	}
	// src/domain/text/count-words.ts
	function plural(count, noun) {
		return \`\${formatCount(count)} \${noun}\${count === 1 ? "" : "s"}\`;
	}
	function formatCount(count) {
		return String(count).replace(/\\B(?=(?:\\d{3})+$)/g, ",");
	}
	// src/reporting/diff-rows.ts
	const DEEPEST_INDENT = 6;
	function diffRows(changes) {
		let open = [];
		return changes.flatMap((change) => {
			const differs = change.lineage.findIndex((header, index) => header !== open[index]);
			const shared = differs === -1 ? change.lineage.length : differs;
			open = [...change.lineage, change.line];
			return [...change.lineage.slice(shared).map((text, index) => row({
				kind: "section",
				text,
				depth: shared + index
			})), ...rowsOf(change)];
		});
	}
	function rowsOf({ kind, lineage, line, runningText, intendedLine, runningLine, tags }) {
		const depth = lineage.length;
		switch (kind) {
			case "missing": return [row({
				kind,
				text: line,
				depth,
				intendedLine,
				tags
			})];
			case "extra": return [row({
				kind,
				text: line,
				depth,
				runningLine,
				tags
			})];
			case "moved": return [row({
				kind,
				text: line,
				depth,
				intendedLine,
				runningLine,
				tags: ["moved", ...tags]
			})];
			case "changed": return [row({
				kind: "missing",
				text: line,
				depth,
				intendedLine,
				tags
			}), row({
				kind: "extra",
				text: runningText ?? "",
				depth,
				runningLine
			})];
		}
	}
	const SIGNS = {
		section: "",
		missing: "-",
		extra: "+",
		moved: "!"
	};
	function row({ kind, depth, ...rest }) {
		const indent = Math.min(depth, DEEPEST_INDENT);
		return {
			intendedLine: null,
			runningLine: null,
			tags: [],
			...rest,
			kind,
			sign: SIGNS[kind],
			indent
		};
	}
	// src/reporting/dashboard/client/diff-element.ts
	function diffElement({ name, changes, more }) {
		const heads = ["intended", "running"].map((text) => element("th", {
			scope: "col",
			class: "number"
		}, text));
		const table = element("table", { class: "diff code" }, element("caption", {}, \`Changes of \${name}\`), element("thead", {}, element("tr", {}, ...heads, element("td"), element("th", { scope: "col" }, "line"))), element("tbody", {}, ...diffRows(changes.map(shown)).map(tableRow$1)));
		const rest = more === 0 ? [] : [element("p", { class: "facts" }, \`and \${plural(more, "more change")}\`)];
		return element("div", {
			class: "scroll",
			tabindex: 0,
			role: "region",
			"aria-label": \`Changes of \${name}\`
		}, table, ...rest);
	}
	function shown({ running: runningText, severity, ...change }) {
		return {
			...change,
			runningText,
			tags: severity === "critical" || severity === "high" ? [severity] : []
		};
	}
	function tableRow$1({ kind, sign, text, indent, intendedLine, runningLine, tags }) {
		const numbers = [intendedLine, runningLine].map((line) => element("td", { class: "number" }, String(line ?? "")));
		const words = tags.flatMap((word) => [" ", element("span", { class: \`tag \${word}\` }, word)]);
		const indented = element("span", { class: indent === 0 ? null : \`in\${indent}\` }, text);
		return element("tr", { class: kind }, ...numbers, element("td", { class: "sign" }, sign), element("td", {}, indented, ...words));
	}
	// src/reporting/dashboard/day-bars.ts
	const BAR_TOPS = {
		drifted: 0,
		unknown: 6,
		"in-sync": 11
	};
	// src/reporting/dashboard/client/strip.ts
	const STEP = 10;
	function strip(states) {
		const width = states.length * STEP;
		const bars = [
			"in-sync",
			"unknown",
			"drifted"
		].map((wanted) => {
			const top = BAR_TOPS[wanted];
			const path = states.map((state, day) => state === wanted ? \`M\${day * STEP} \${top}h9v\${16 - top}h-9z\` : "").join("");
			return svgElement("path", {
				class: \`fill-\${wanted}\`,
				d: path
			});
		});
		return svgElement("svg", {
			class: "days",
			viewBox: \`0 0 \${width} 16\`,
			preserveAspectRatio: "none",
			role: "img",
			"aria-label": describe(states)
		}, ...bars);
	}
	function describe(states) {
		const count = (wanted) => states.filter((state) => state === wanted).length;
		const rest = count(null) === 0 ? "" : \`, \${count(null)} without an audit, or before it was known\`;
		return \`of \${states.length} days: \${count("drifted")} drifted, \${count("unknown")} unknown, \${count("in-sync")} in sync\${rest}\`;
	}
	// src/reporting/dashboard/client/device-panel.ts
	const MONTHS = 3;
	function startDevicePanel(state, { segments, rows, close }) {
		const dialog = byId("device", HTMLDialogElement);
		const title = byId("device-name", HTMLElement);
		const content = byId("device-content", HTMLElement);
		const toldOf = toldBelow();
		let open = "";
		byId("device-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
		dialog.addEventListener("close", close);
		dialog.addEventListener("click", (event) => {
			if (event.target === dialog) dialog.close();
		});
		const draw = async (name, months) => {
			const wanted = state.months.slice(-months);
			const loaded = await Promise.all(wanted.map((month) => segments.month(month)));
			if (open !== name) return;
			const row = rows.find((one) => one.name === name);
			const { states, days, quiet } = heatMap(loaded, {
				from: \`\${wanted.at(0) ?? state.at.slice(0, 7)}-01\`,
				to: state.at.slice(0, 10)
			});
			const steps = stepsOf(name, loaded);
			const present = steps.at(-1);
			const told = toldOf(name);
			content.replaceChildren(row === void 0 ? element("p", {}, "The last audit did not ask this device.") : facts(row), ...told === null ? [] : [told]);
			if (wanted.length === 0) return;
			content.append(strip(states.get(name) ?? quiet(name)), element("p", { class: "dates" }, element("span", {}, days.at(0) ?? ""), element("span", {}, days.at(-1) ?? "")), ...steps.toReversed().map((step) => entry(step, {
				name,
				segments,
				open: told === null && step === present && step.status === "drifted"
			})));
			if (told === null && (steps.length === 0 || present?.status !== row?.status)) content.append(...standing(row, segments));
			if (months < state.months.length) {
				const earlier = element("button", {
					type: "button",
					class: "more"
				}, "Earlier");
				earlier.addEventListener("click", () => void draw(name, months + MONTHS));
				content.append(earlier);
			}
		};
		return { show(name) {
			open = name;
			if (name === "") return dialog.close();
			title.textContent = name;
			content.replaceChildren(element("p", { class: "soft" }, "Loading…"));
			if (!dialog.open) dialog.showModal();
			draw(name, MONTHS).catch(() => content.replaceChildren(element("p", {}, "The data of this page could not be loaded.")));
		} };
	}
	function toldBelow() {
		const below = new Map([...document.querySelectorAll("[id^=\\"device=\\"]")].map((part) => [part.id, part.closest("details")]));
		for (const fragment of below.keys()) document.getElementById(fragment)?.removeAttribute("id");
		return (name) => {
			const details = below.get(deviceFragment(name)) ?? null;
			if (details === null) return null;
			return element("div", { class: "card told" }, ...[...details.children].filter(({ tagName }) => tagName !== "SUMMARY").map((part) => part.cloneNode(true)));
		};
	}
	function stepsOf(name, loaded) {
		let before = loaded[0]?.standing.find(([one]) => one === name)?.[1] ?? null;
		return loaded.flatMap(({ runs }) => runs).flatMap((run) => {
			const seen = stateIn(run, name);
			if (seen === null) return [];
			const step = {
				run,
				before,
				...seen
			};
			before = seen.status;
			return [step];
		});
	}
	function stateIn(run, name) {
		const unknown = run.unknown.find(([one]) => one === name);
		if (unknown !== void 0) return {
			status: "unknown",
			reason: unknown[1]
		};
		if (run.drifted.includes(name)) return {
			status: "drifted",
			reason: ""
		};
		return run.inSync.includes(name) ? {
			status: "in-sync",
			reason: ""
		} : null;
	}
	function facts({ platform, site, role, status, since, detail }) {
		const words = [
			platform,
			site,
			role,
			detail
		].filter((word) => word !== "").join(" · ");
		const age = since === null ? "" : \` since \${formatTime(since)}\`;
		return element("p", {}, statusTag(status), \`\${age} \`, element("span", { class: "soft" }, words));
	}
	function standing(row, segments) {
		if (row?.status !== "drifted") return [element("p", { class: "soft" }, "Nothing changed in these months.")];
		const place = element("div", {});
		fill(place, row.name, segments.standing());
		return [element("h3", {}, \`Drifted since \${row.since === null ? "before" : formatTime(row.since)}\`), place];
	}
	function entry({ run, before, status, reason }, { name, segments, open }) {
		const when = element("time", { datetime: run.at }, formatTime(run.at));
		if (status !== "drifted") {
			const why = reason === "" ? [] : [element("span", { class: "soft" }, reason)];
			return element("p", { class: "step" }, when, " ", statusTag(status), " ", ...why);
		}
		const place = element("div", {});
		const news = before === "drifted" ? [element("span", { class: "soft" }, "other drift")] : [];
		const details = element("details", {}, element("summary", {}, when, statusTag(status), ...news), place);
		details.addEventListener("toggle", () => {
			const kept = segments.run(run).catch(() => segments.standing());
			fill(place, name, kept);
		}, { once: true });
		details.open = open;
		return details;
	}
	async function fill(place, name, data) {
		const drift = await data.then(({ devices }) => devices.find((device) => device.name === name)).catch(() => void 0);
		place.replaceChildren(drift === void 0 ? element("p", { class: "facts" }, "What differed is no longer kept.") : diffElement(drift));
	}
	// src/reporting/dashboard/age-in-days.ts
	const DAY_MS$1 = 864e5;
	function ageInDays(since, at) {
		const days = Math.floor((Date.parse(at) - Date.parse(since)) / DAY_MS$1);
		return days < 1 ? "today" : plural(days, "day");
	}
	// src/reporting/dashboard/client/device-table.ts
	const PAGE$1 = 50;
	function startDeviceTable(rows, { at, go }) {
		const body = byId("device-rows", HTMLElement);
		const count = byId("device-count", HTMLElement);
		const more = byId("device-more", HTMLButtonElement);
		const filters = startFilters(rows, go);
		const heads = startSorting(go);
		let shown = [];
		let length = PAGE$1;
		const draw = () => {
			body.replaceChildren(...shown.slice(0, length).map((row) => tableRow(row, at)));
			more.hidden = shown.length <= length;
		};
		more.addEventListener("click", () => {
			const first = length;
			length += PAGE$1;
			draw();
			body.children[first]?.querySelector("a")?.focus();
		});
		return { show(route) {
			shown = selectRows(rows, route);
			length = PAGE$1;
			count.textContent = \`\${formatCount(shown.length)} of \${plural(rows.length, "device")}\`;
			filters.show(route);
			heads.show(route);
			draw();
		} };
	}
	function tableRow({ name, platform, site, role, status, since, detail }, at) {
		const wide = (text) => element("td", { class: "wide" }, text);
		return element("tr", { "data-state": status }, element("th", { scope: "row" }, deviceLink(name)), element("td", {}, statusTag(status)), element("td", { class: "when" }, since === null ? "" : sinceText(since, at)), element("td", {}, detail), ...[
			platform,
			site,
			role
		].map(wide));
	}
	function sinceText(since, at) {
		return element("time", {
			datetime: since,
			title: since
		}, ageInDays(since, at));
	}
	function startFilters(rows, go) {
		const form = byId("device-filter", HTMLFormElement);
		const text = byId("filter-text", HTMLInputElement);
		const status = byId("filter-status", HTMLSelectElement);
		const words = [
			"platform",
			"site",
			"role"
		].map((key) => {
			const select = byId(\`filter-\${key}\`, HTMLSelectElement);
			const values = [...new Set(rows.map((row) => row[key]))].filter((value) => value !== "").sort();
			select.append(...values.map((value) => element("option", { value }, value)));
			return [key, select];
		});
		form.hidden = false;
		form.addEventListener("submit", (event) => event.preventDefault());
		form.addEventListener("input", () => go({
			text: text.value,
			status: status.value,
			...Object.fromEntries(words.map(([key, select]) => [key, select.value]))
		}));
		return { show(route) {
			if (text.value !== route.text) text.value = route.text;
			status.value = route.status;
			for (const [key, select] of words) select.value = route[key];
		} };
	}
	function startSorting(go) {
		const heads = [...document.querySelectorAll("#device-table th[data-sort]")].map((cell) => {
			const key = SORT_KEYS.find((one) => one === cell.dataset.sort) ?? "name";
			const button = element("button", {
				type: "button",
				class: "sort"
			}, cell.textContent);
			cell.replaceChildren(button);
			return {
				cell,
				key,
				button
			};
		});
		let current = {
			sort: "status",
			descending: false
		};
		for (const { key, button } of heads) button.addEventListener("click", () => go({
			sort: key,
			descending: current.sort === key && !current.descending
		}));
		return { show({ sort, descending }) {
			current = {
				sort,
				descending
			};
			for (const { cell, key } of heads) if (key === sort) cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
			else cell.removeAttribute("aria-sort");
		} };
	}
	// src/reporting/dashboard/client/choices.ts
	function choices(label, options, { chosen, choose }) {
		const buttons = options.map(([text, value]) => {
			const button = element("button", {
				type: "button",
				"aria-pressed": String(value === chosen)
			}, text);
			button.addEventListener("click", () => {
				for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
				choose(value);
			});
			return button;
		});
		return element("div", {
			class: "choices",
			role: "group",
			"aria-label": label
		}, ...buttons);
	}
	// src/reporting/dashboard/client/period.ts
	const DAY_MS = 864e5;
	const LEAST_DAYS = 7;
	const PERIODS = [
		["30 days", 30],
		["90 days", 90],
		["1 year", 365],
		["all", null]
	];
	function monthsOf(period, { at, months }) {
		const oldest = Date.parse(\`\${months.at(0) ?? at.slice(0, 7)}-01\`);
		const back = (days) => Date.parse(at.slice(0, 10)) - (days - 1) * DAY_MS;
		const wanted = period === null ? oldest : Math.max(oldest, back(period));
		const from = new Date(Math.min(wanted, back(LEAST_DAYS))).toISOString().slice(0, 10);
		return {
			from,
			months: months.filter((month) => month >= from.slice(0, 7))
		};
	}
	// src/reporting/dashboard/client/heat-map.ts
	const PAGE = 25;
	function startHeatMap(state, { segments, rows }) {
		const card = byId("heat-card", HTMLElement);
		let period = 30;
		let selected = rows;
		let length = PAGE;
		let visible = false;
		const draw = async () => {
			if (!visible) return;
			const { from, months } = monthsOf(period, state);
			const { states, days } = heatMap(await Promise.all(months.map((month) => segments.month(month))), {
				from,
				to: state.at.slice(0, 10)
			});
			const bad = selected.flatMap(({ name }) => {
				const row = states.get(name);
				return row === void 0 ? [] : [{
					name,
					row,
					bad: badDays(row)
				}];
			}).toSorted((one, other) => other.bad - one.bad || lastBad(other.row) - lastBad(one.row));
			card.replaceChildren(bad.length === 0 ? element("p", { class: "note" }, \`Every device was in sync from \${days.at(0)} to \${days.at(-1)}.\`) : table(bad, {
				days,
				length,
				selected: selected.length
			}));
			if (bad.length > length) card.append(moreButton(bad.length - length));
		};
		const moreButton = (rest) => {
			const button = element("button", {
				type: "button",
				class: "more"
			}, \`Show more (\${rest})\`);
			button.addEventListener("click", () => {
				const first = length;
				length += PAGE;
				draw().then(() => card.querySelectorAll("tbody a")[first]?.focus());
			});
			return button;
		};
		card.before(choices("Period of the map", PERIODS, {
			chosen: period,
			choose: (chosen) => {
				period = chosen;
				draw();
			}
		}));
		byId("heat", HTMLElement).hidden = false;
		const observer = new IntersectionObserver((entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			observer.disconnect();
			visible = true;
			draw();
		}, { rootMargin: "200px" });
		observer.observe(card);
		return { show(next) {
			selected = next;
			length = PAGE;
			draw();
		} };
	}
	function lastBad(row) {
		return row.findLastIndex((state) => state !== "in-sync" && state !== null);
	}
	function table(rows, { days, length, selected }) {
		const [first = "", last = ""] = [days.at(0), days.at(-1)];
		const were = rows.length === 1 ? "was" : "were";
		const title = \`\${first} to \${last}: \${formatCount(rows.length)} of \${plural(selected, "device")} \${were} not in sync on some day, most such days first\`;
		const from = first.slice(0, 4) === last.slice(0, 4) ? 5 : 0;
		const axis = element("span", { class: "dates" }, element("span", {}, first.slice(from)), element("span", {}, last.slice(from)));
		const head = element("tr", {}, element("th", { scope: "col" }, "Device"), element("th", { scope: "col" }, axis), element("th", {
			scope: "col",
			class: "number"
		}, "Days"));
		const lines = rows.slice(0, length).map(({ name, row, bad }) => element("tr", {}, element("th", { scope: "row" }, deviceLink(name)), element("td", {}, strip(row)), element("td", { class: "number" }, String(bad))));
		return element("table", { class: "heat" }, element("caption", {}, title), element("thead", {}, head), element("tbody", {}, ...lines));
	}
	// src/reporting/dashboard/segment.ts
	const DEVICES_PATH = "page/devices.js";
	const STANDING_PATH = "page/standing.js";
	function monthPath(month) {
		return \`page/months/\${month}.js\`;
	}
	function runPath({ at, id }) {
		return \`page/runs/\${at.slice(0, 4)}/\${at.slice(5, 7)}/\${id}.js\`;
	}
	// src/reporting/dashboard/client/load-segment.ts
	function openSegments({ version, months }) {
		const loads = new Map();
		const arrived = new Map();
		Object.assign(globalThis, { fleetDrift: (path, data) => void arrived.set(path, data) });
		const load = (path, query = "") => {
			const loading = loads.get(path) ?? embedded(path) ?? fetchScript(path + query).then(() => arrived.get(path));
			loads.set(path, loading);
			return loading;
		};
		const fresh = \`?v=\${encodeURIComponent(version)}\`;
		return {
			inventory: () => load(DEVICES_PATH, fresh),
			month: (month) => load(monthPath(month), month === months.at(-1) ? fresh : ""),
			run: (run) => load(runPath(run)),
			standing: () => load(STANDING_PATH, fresh)
		};
	}
	function embedded(path) {
		if (document.querySelector("script[data-path]") === null) return null;
		const text = document.querySelector(\`script[data-path="\${CSS.escape(path)}"]\`)?.textContent;
		return text == null ? Promise.reject(new Error(\`\${path} is not in this page\`)) : Promise.resolve(JSON.parse(text));
	}
	const OWN_SCRIPT = /^page\\/(?:[\\w.-]+\\/)*[\\w.-]+\\.js(?:\\?v=[\\w.%-]+)?$/u;
	const policy = globalThis.trustedTypes?.createPolicy("fleet-drift", { createScriptURL: (url) => {
		if (OWN_SCRIPT.test(url) && !url.includes("..")) return url;
		throw new TypeError("not a part of this page");
	} });
	function fetchScript(address) {
		const { promise, resolve, reject } = Promise.withResolvers();
		const script = document.createElement("script");
		script.addEventListener("load", () => resolve());
		script.addEventListener("error", () => reject(new Error(\`\${address} cannot be loaded\`)));
		script.src = policy?.createScriptURL(address) ?? address;
		document.head.append(script);
		return promise;
	}
	// src/reporting/dashboard/mask-series.ts
	function maskSeries(segments, { from }) {
		const present = new Map();
		const series = new Map();
		let shown = 0;
		for (const { at, masks = [] } of segments.flatMap(({ runs }) => runs)) {
			for (const [id, hits] of masks) present.set(id, hits);
			if (at < from) continue;
			for (const [id, hits] of present) {
				const values = series.get(id) ?? Array.from({ length: shown }, () => null);
				values.push(hits);
				series.set(id, values);
			}
			shown += 1;
		}
		return series;
	}
	// src/reporting/dashboard/client/mask-trend.ts
	const DAYS = 30;
	const WIDTH = 100;
	const HEIGHT = 20;
	function startMaskTrend(state, segments) {
		const table = document.getElementById("mask-table");
		if (table === null) return;
		const draw = async () => {
			const { from, months } = monthsOf(DAYS, state);
			const series = maskSeries(await Promise.all(months.map((month) => segments.month(month))), { from });
			for (const cell of table.querySelectorAll("td[data-mask]")) {
				const values = series.get(cell.dataset.mask ?? "")?.filter((hits) => hits !== null) ?? [];
				if (values.length > 1) cell.replaceChildren(line(values));
			}
			const hasLines = table.querySelector("td[data-mask] svg") !== null;
			for (const cell of table.querySelectorAll(".mask-trend")) cell.hidden = !hasLines;
		};
		const observer = new IntersectionObserver((entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			observer.disconnect();
			draw();
		}, { rootMargin: "200px" });
		observer.observe(table);
	}
	function line(values) {
		const most = Math.max(1, ...values);
		const points = values.map((hits, run) => {
			return \`\${(run / (values.length - 1) * WIDTH).toFixed(1)} \${(HEIGHT - hits / most * 18 - 1).toFixed(1)}\`;
		});
		const box = {
			class: "spark",
			viewBox: \`0 0 \${WIDTH} \${HEIGHT}\`,
			preserveAspectRatio: "none"
		};
		const said = \`from \${values.at(0)} to \${values.at(-1)} hits, between \${Math.min(...values)} and \${Math.max(...values)}\`;
		return svgElement("svg", {
			...box,
			role: "img",
			"aria-label": said
		}, svgElement("path", { d: \`M\${points.join("L")}\` }));
	}
	// src/reporting/dashboard/trend-shape.ts
	const TREND_WIDTH = 1e3;
	function trendShape(points) {
		const values = points.flatMap(({ health, coverage }) => [health, coverage]).filter((value) => value !== null);
		const floor = Math.min(90, Math.floor(Math.min(100, ...values) / 10) * 10);
		const times = points.map(({ at }) => Date.parse(at));
		const start = times.at(0) ?? 0;
		const span = (times.at(-1) ?? 0) - start;
		const path = (name) => {
			let pen = "M";
			return points.map((point, index) => {
				const value = point[name];
				if (value === null) {
					pen = "M";
					return "";
				}
				const x = span > 0 ? ((times[index] ?? start) - start) / span * TREND_WIDTH : TREND_WIDTH / 2;
				const y = 160 - (value - floor) / (100 - floor) * 160;
				const dot = pen === "M" ? "h.1" : "";
				const step = \`\${pen}\${x.toFixed(1)} \${y.toFixed(1)}\${dot}\`;
				pen = "L";
				return step;
			}).join("");
		};
		return {
			floor,
			health: path("health"),
			coverage: path("coverage"),
			first: points.at(0)?.at.slice(0, 10) ?? "",
			last: points.at(-1)?.at.slice(0, 10) ?? ""
		};
	}
	// src/reporting/dashboard/client/trend.ts
	function startTrend(state, segments) {
		const card = document.getElementById("trend-card");
		if (card === null) return;
		const show = async (period) => {
			const { from, months } = monthsOf(period, state);
			const points = (await Promise.all(months.map((month) => segments.month(month)))).flatMap(({ runs }) => runs).filter(({ at }) => at >= from);
			if (points.length === 0) return;
			const { floor, health, coverage, first, last } = trendShape(points);
			byId("trend-health", SVGPathElement).setAttribute("d", health);
			byId("trend-coverage", SVGPathElement).setAttribute("d", coverage);
			byId("trend-middle", HTMLElement).textContent = \`\${(100 + floor) / 2} %\`;
			byId("trend-floor", HTMLElement).textContent = \`\${floor} %\`;
			byId("trend-first", HTMLElement).textContent = first;
			byId("trend-last", HTMLElement).textContent = last;
			byId("trend-runs", HTMLElement).textContent = plural(points.length, "run");
		};
		card.before(choices("Period of the chart", PERIODS, {
			chosen: 90,
			choose: (period) => void show(period)
		}));
	}
	// src/reporting/dashboard/client/main.ts
	async function start() {
		const state = JSON.parse(byId("state", HTMLScriptElement).text);
		const segments = openSegments(state);
		if (state.months.length > 0) {
			startTrend(state, segments);
			startMaskTrend(state, segments);
		}
		const rows = deviceRows(await segments.inventory(), state.open);
		const route = () => parseRoute(location.hash);
		const go = (change) => {
			const fragment = formatRoute({
				...route(),
				...change
			});
			if (change.device) location.hash = fragment;
			else history.replaceState(null, "", fragment === "" ? location.pathname + location.search : \`#\${fragment}\`);
			show();
		};
		const table = startDeviceTable(rows, {
			at: state.at,
			go
		});
		const map = document.getElementById("heat") === null ? null : startHeatMap(state, {
			segments,
			rows
		});
		const panel = startDevicePanel(state, {
			segments,
			rows,
			close: () => go({ device: "" })
		});
		let shown = null;
		const show = () => {
			const now = route();
			const isFiltered = shown === null || formatRoute({
				...now,
				device: ""
			}) !== formatRoute({
				...shown,
				device: ""
			});
			const isOther = now.device !== (shown?.device ?? "");
			shown = now;
			if (isFiltered) {
				table.show(now);
				map?.show(selectRows(rows, {
					...now,
					status: ""
				}));
			}
			if (isOther) panel.show(now.device);
		};
		addEventListener("hashchange", show);
		document.addEventListener("click", (event) => {
			const link = event.target instanceof Element ? event.target.closest("a[data-device]") : null;
			if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			go({ device: link.dataset.device ?? "" });
		});
		show();
	}
	start();
})();
`;

/** The content security policy of the page allows exactly this text. */
export const SCRIPT_HASH = 'sha256-o6CZ7gY8XK2kfNw4UczENxfNAohcjncjzTg4HPEg5V0=';
