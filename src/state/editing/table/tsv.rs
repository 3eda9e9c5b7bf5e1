//! Tables as texts: cells parted by tabs, rows by line breaks, as spreadsheets write and read them on the clipboard; in files by
//! other marks too.

/// The cells of a text on the clipboard.
#[must_use]
pub fn parsed(text: &str) -> Vec<Vec<String>> {
    separated(text, '\t')
}

/// The cells of a text, parted by a mark. A cell that begins with a quotation mark may hold that mark, line breaks and doubled
/// quotation marks; where the quotation mark is not closed before the cell's end, it is a letter like any other.
#[must_use]
pub fn separated(text: &str, by: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    loop {
        let (cell, after) = quoted(rest, by).unwrap_or_else(|| {
            let end = rest.find([by, '\n', '\r']).unwrap_or(rest.len());
            (rest[..end].to_owned(), &rest[end..])
        });
        row.push(cell);
        if let Some(after) = after.strip_prefix(by) {
            rest = after;
            continue;
        }
        rows.push(std::mem::take(&mut row));
        let next = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']));
        match next {
            // The last line break ends the last row.
            None | Some("") => return rows,
            Some(next) => rest = next,
        }
    }
}

/// A quoted cell and what follows it.
fn quoted(text: &str, by: char) -> Option<(String, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut cell = String::new();
    let mut chars = inner.char_indices();
    while let Some((at, c)) = chars.next() {
        if c != '"' {
            cell.push(c);
            continue;
        }
        let after = &inner[at + 1..];
        if after.starts_with('"') {
            cell.push('"');
            chars.next();
        } else if after.is_empty() || after.starts_with([by, '\n', '\r']) {
            return Some((cell.replace("\r\n", "\n"), after));
        } else {
            return None;
        }
    }
    None
}

/// Rows of cells as a text. Several rows end with a line break each, so that empty ones count.
#[must_use]
pub fn written(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        for (i, cell) in row.iter().enumerate() {
            if i > 0 {
                text.push('\t');
            }
            if cell.contains(['\t', '\n', '\r']) || cell.starts_with('"') {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        if rows.len() > 1 {
            text.push('\n');
        }
    }
    text
}
