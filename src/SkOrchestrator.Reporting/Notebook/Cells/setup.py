import csv
import hashlib
import html
import json
import os
from datetime import datetime, timedelta

try:
    get_ipython()  # exists in a notebook only; plain python3 prints instead
    from IPython.display import HTML, display
except (NameError, ImportError):
    HTML = display = None


def path(name):
    return os.path.join(run_dir, name)


def read_rows(name):
    if not os.path.exists(path(name)):
        return []
    with open(path(name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def close(a, b):
    return (a is None and b is None) or (a is not None and b is not None and abs(a - b) < 1e-9)


def percent(value, scale=100):
    return "–" if value is None else f"{value * scale:.1f}%".replace("-", "−")


def p_value(text):
    if not text:
        return "–"
    p = float(text)
    return "< 0.001" if p < 0.001 else "> 0.999" if p > 0.9995 else f"{p:.3f}"


def show_table(columns, rows):
    if display:
        head = "".join(f"<th>{html.escape(c)}</th>" for c in columns)
        body = "".join("<tr>" + "".join(f"<td>{html.escape(str(c))}</td>" for c in row) + "</tr>" for row in rows)
        display(HTML(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"))
        return
    widths = [max(len(str(row[i])) for row in [columns] + rows) for i in range(len(columns))]
    for row in [columns] + rows:
        print("  ".join(str(cell).ljust(width) for cell, width in zip(row, widths)))


def show_bars(title, bars):
    """Bars are (label, value, low, high) in percent; a value of None is not estimable."""
    if analysis["engagementSource"] == "simulated":
        title += " · SIMULATED ENGAGEMENT"
    elif analysis["decision"]["status"] == "aa_check":
        title += " · A/A CHECK"
    known = [abs(x) for _, *numbers in bars for x in numbers[:1] if x is not None] or [1]
    limit = max(known) * 1.1 or 1
    if not display:
        print(title)
        for label, value, low, high in bars:
            mark = "not estimable" if value is None else f"{value:+.1f}%  ".replace("-", "−") + "#" * round(abs(value) / limit * 30)
            print(f"  {label:<45} {mark}")
        return
    parts = [f'<text x="4" y="16" font-weight="bold">{html.escape(title)}</text>']
    for i, (label, value, low, high) in enumerate(bars):
        y = 30 + 22 * i
        parts.append(f'<text x="4" y="{y + 12}">{html.escape(label)}</text>')
        if value is None:
            parts.append(f'<text x="470" y="{y + 12}">not estimable</text>')
            continue
        width = abs(value) / limit * 150
        clear = low is not None and low > 0 or high is not None and high < 0
        left = 470 if value >= 0 else 470 - width
        parts.append(f'<rect x="{left:.1f}" y="{y + 2}" width="{width:.1f}" height="13" fill="{"#0072B2" if clear else "#A8B0B8"}"/>')
        parts.append(f'<text x="632" y="{y + 12}">{value:+.1f}%</text>'.replace(">-", ">−"))
    parts.append(f'<line x1="470" x2="470" y1="24" y2="{30 + 22 * len(bars)}" stroke="black"/>')
    size = f'width="720" height="{40 + 22 * len(bars)}"'
    display(HTML(f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">{"".join(parts)}</svg>'))
