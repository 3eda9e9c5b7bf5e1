"use strict";
(() => {
  const body = document.body;
  const words = body.dataset;
  const one = (id) => document.getElementById(id);
  const FIELDS = ["better", "agreed", "remark"];
  const MOST_BYTES = 64 * 1024 * 1024;

  const say = (name, values) =>
    Object.keys(values || {}).reduce((text, key) => text.split("{" + key + "}").join(String(values[key])), words[name]);
  const tell = (text) => {
    one("said").textContent = text;
  };

  // What a browser keeps for a page may be forbidden or full.
  const kept = {
    works: true,
    get(key) {
      try {
        return window.localStorage.getItem(key);
      } catch (why) {
        this.works = false;
        return null;
      }
    },
    put(key, text) {
      try {
        if (text === null) window.localStorage.removeItem(key);
        else window.localStorage.setItem(key, text);
      } catch (why) {
        this.works = false;
      }
    },
  };

  const rows = Array.from(document.querySelectorAll("article"), (article) => {
    const row = { article, number: Number(article.dataset.number) };
    for (const name of ["id", "text", "source"]) row[name] = article.dataset[name];
    for (const name of FIELDS) row[name] = article.querySelector("[name=" + name + "]");
    row.key = ["vitrine-review", words.language, row.id, row.text, row.source].join(" ");
    return row;
  });
  const READER = "vitrine-review reader";

  const answer = (row) => ({
    better: row.better.value.trim(),
    agreed: Boolean(row.agreed && row.agreed.checked),
    remark: row.remark.value.trim(),
  });
  const isAnswered = (row) => {
    const given = answer(row);
    return Boolean(given.better || given.agreed || given.remark);
  };
  const isSame = (a, b) => FIELDS.every((name) => a[name] === b[name]);

  const grow = (field) => {
    field.style.height = "auto";
    field.style.height = field.scrollHeight + 2 + "px";
  };
  const settle = (row) => {
    const has = row.better.value.trim() !== "";
    if (row.agreed) {
      // A better text is what counts.
      if (has) row.agreed.checked = false;
      row.agreed.disabled = has;
    }
    row.article.classList.toggle("answered", isAnswered(row));
    grow(row.better);
  };
  const fill = (row, given) => {
    row.better.value = given.better;
    if (row.agreed) row.agreed.checked = given.agreed;
    row.remark.value = given.remark;
    settle(row);
  };
  // What comes from elsewhere is a text, whatever it is.
  const understood = (given) => ({
    better: given && typeof given.better === "string" ? given.better : "",
    agreed: Boolean(given && given.agreed === true),
    remark: given && typeof given.remark === "string" ? given.remark : "",
  });

  let isUnsaved = false;
  const count = () => {
    const done = rows.filter(isAnswered).length;
    one("count").textContent = say("progress", { done, all: rows.length });
    one("progress").value = done;
    one("next").disabled = done === rows.length;
    return done;
  };

  // One answer a line, so that no line is too long for an e-mail.
  const file = () => {
    const line = (row) =>
      JSON.stringify(
        Object.assign({ number: row.number, id: row.id, text: row.text, source: row.source }, answer(row)),
      );
    const head = JSON.stringify({
      lang: words.language,
      pack: words.pack,
      program: words.program,
      reader: one("reader").value.trim(),
      date: one("date").value,
      texts: rows.length,
    });
    const lines = rows.filter(isAnswered).map(line).join(",\n");
    return '{"vitrine' + '-review":' + words.format + "," + head.slice(1, -1) + ',"answers":[\n' + lines + "\n]}\n";
  };
  // Where somebody saves the page itself, the answers are in it.
  let waiting = 0;
  const reflect = () => {
    waiting = 0;
    one("vitrine-answers").textContent = "\n" + file().replace(/</g, "\\u003c");
  };
  const changed = () => {
    isUnsaved = true;
    count();
    if (!waiting) waiting = window.setTimeout(reflect, 250);
  };
  const keep = (row) => {
    const given = answer(row);
    kept.put(row.key, isAnswered(row) ? JSON.stringify(given) : null);
  };
  const hasKept = () => tell(say(kept.works ? "kept" : "notKept"));

  // Where a value of JSON ends: an e-mail goes on behind it.
  const end = (json, from) => {
    const part = /"(?:[^"\\]|\\.)*"|[{}]/g;
    part.lastIndex = from;
    let depth = 0;
    for (let found = part.exec(json); found; found = part.exec(json)) {
      if (found[0] === "{") depth += 1;
      if (found[0] === "}") depth -= 1;
      if (depth === 0) return part.lastIndex;
    }
    return json.length;
  };
  // Reads a file, or what is in a page that was saved.
  const read = (text) => {
    let json = text.replace(/^\uFEFF/, "");
    const mark = '<script type="application/json" id="vitrine-' + 'answers">';
    const page = json.indexOf(mark);
    if (page >= 0) json = json.slice(page + mark.length, json.indexOf("</" + "script", page));
    const from = Math.max(json.indexOf('{"vitrine' + '-review":'), 0);
    const found = JSON.parse(json.slice(from, end(json, from)));
    if (found === null || typeof found !== "object" || !Array.isArray(found.answers)) throw new Error("no answers");
    return found;
  };
  const take = (found, mayReplace) => {
    const known = new Map(rows.map((row) => [row.key, row]));
    const pairs = [];
    let others = 0;
    for (const given of found.answers) {
      const own = given && [given.id, given.text, given.source].join(" ");
      const row = own && known.get("vitrine-review " + words.language + " " + own);
      if (row) pairs.push([row, understood(given)]);
      else others += 1;
    }
    const differ = pairs.filter(([row, given]) => isAnswered(row) && !isSame(answer(row), given)).length;
    const replaces = differ > 0 && mayReplace(differ);
    let loaded = 0;
    for (const [row, given] of pairs) {
      if (isAnswered(row) && !replaces) continue;
      fill(row, given);
      keep(row);
      loaded += 1;
    }
    if (!one("reader").value && typeof found.reader === "string") one("reader").value = found.reader;
    changed();
    return { loaded, others };
  };

  const save = () => {
    const name = "answers-" + words.language + (one("date").value && "-" + one("date").value) + ".json";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file()], { type: "application/json" }));
    link.download = name;
    body.appendChild(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    isUnsaved = false;
    tell(say(one("reader").value.trim() ? "saved" : "savedNameless", { file: name }));
    if (!one("reader").value.trim()) one("reader").focus();
  };

  const copy = () => {
    const box = one("mail");
    box.value = file();
    one("mail-box").hidden = false;
    box.focus();
    box.select();
    const done = () => tell(say("copied"));
    const otherwise = () => tell(say(document.execCommand("copy") ? "copied" : "copyByHand"));
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(box.value).then(done, otherwise);
    } else otherwise();
  };

  const load = (chosen) => {
    if (!chosen) return;
    const reader = new FileReader();
    reader.onload = () => {
      try {
        const found = read(String(reader.result));
        if (found.lang !== words.language) {
          tell(say("otherLanguage"));
          return;
        }
        const { loaded, others } = take(found, (differ) => window.confirm(say("replace", { count: differ })));
        tell(say(others ? "loadedSome" : "loaded", { count: loaded, others }));
      } catch (why) {
        tell(say("notAnswers"));
      }
    };
    reader.onerror = () => tell(say("notAnswers"));
    if (chosen.size > MOST_BYTES) tell(say("notAnswers"));
    else reader.readAsText(chosen);
  };

  let at = -1;
  const next = () => {
    const inside = rows.findIndex((row) => row.article.contains(document.activeElement));
    const from = inside >= 0 ? inside : at;
    const order = rows.slice(from + 1).concat(rows.slice(0, from + 1));
    const row = order.find((row) => !isAnswered(row));
    if (!row) return;
    at = rows.indexOf(row);
    row.article.scrollIntoView({ block: "start" });
    (row.agreed || row.better).focus({ preventScroll: true });
  };

  const forget = () => {
    if (!window.confirm(say("reallyForget"))) return;
    for (const row of rows) {
      fill(row, understood(null));
      keep(row);
    }
    changed();
    isUnsaved = false;
    tell(say("forgotten"));
  };

  // Begin.
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  one("date").value = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  one("reader").value = kept.get(READER) || "";
  body.classList.remove("still");
  const before = one("vitrine-answers").textContent;
  for (const row of rows) {
    try {
      fill(row, understood(JSON.parse(kept.get(row.key))));
    } catch (why) {
      fill(row, understood(null));
    }
    row.article.addEventListener("input", () => {
      settle(row);
      keep(row);
      changed();
      hasKept();
    });
    const fromDraft = row.article.querySelector(".from-draft");
    if (fromDraft) {
      fromDraft.addEventListener("click", () => {
        if (row.better.value.trim() === "") row.better.value = row.article.querySelector(".draft").textContent;
        settle(row);
        keep(row);
        changed();
        row.better.focus();
      });
    }
  }
  if (before.trim() !== "") {
    try {
      take(read(before), () => false);
    } catch (why) {
      tell(say("notAnswers"));
    }
  }
  count();
  reflect();
  isUnsaved = false;

  one("reader").addEventListener("input", () => {
    kept.put(READER, one("reader").value);
    changed();
  });
  one("date").addEventListener("input", changed);
  one("next").addEventListener("click", next);
  for (const button of document.querySelectorAll(".save")) button.addEventListener("click", save);
  one("copy").addEventListener("click", copy);
  one("load").addEventListener("click", () => one("file").click());
  one("file").addEventListener("change", () => {
    load(one("file").files[0]);
    one("file").value = "";
  });
  one("forget").addEventListener("click", forget);
  window.addEventListener("resize", () => rows.forEach((row) => grow(row.better)));
  window.addEventListener("pagehide", reflect);
  // Another window with the same page.
  window.addEventListener("storage", (event) => {
    const row = rows.find((row) => row.key === event.key);
    if (!row) return;
    try {
      fill(row, understood(JSON.parse(event.newValue)));
    } catch (why) {
      return;
    }
    changed();
  });
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved && !kept.works) event.preventDefault();
  });
})();
