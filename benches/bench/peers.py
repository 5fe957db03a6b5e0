# The peers of the exchange bench: each does the same work and prints the seconds it took.
import csv, json, sys, time

what, folder = sys.argv[1], sys.argv[2]


def rows():
    with open(folder + "/a.csv", encoding="utf-8") as file:
        return list(csv.reader(file))


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


if what == "xlsxwriter":
    import xlsxwriter

    table = rows()
    start = time.perf_counter()
    book = xlsxwriter.Workbook(folder + "/peer.xlsx")
    sheet = book.add_worksheet("Matrice")
    colours = {-3: "#6E2207", -2: "#BC5B20", -1: "#F0C4A0", 0: "#F3F4F5", 1: "#A0D2E0", 2: "#1F7A9A", 3: "#063A56"}
    looks = {value: book.add_format({"bg_color": colour, "num_format": "+0;-0;0", "align": "center"}) for value, colour in colours.items()}
    plain = book.add_format({"align": "center"})
    head = book.add_format({"bold": True, "rotation": 90})
    sheet.freeze_panes(1, 1)
    for r, line in enumerate(table):
        for c, text in enumerate(line):
            value = number(text) if r and c else None
            if value is None:
                sheet.write_string(r, c, text, head if r == 0 else plain)
            else:
                sheet.write_number(r, c, value, looks.get(int(value), plain))
    # The hidden numbers of both sides and the totals, as ours has them.
    for name, sign in (("b", 1), ("t", -1)):
        hidden = book.add_worksheet(name)
        hidden.hide()
        for r, line in enumerate(table[1:], 1):
            for c, text in enumerate(line[1:], 1):
                value = number(text)
                if value is not None:
                    hidden.write_number(r, c, value if value * sign > 0 else 0)
    totals = book.add_worksheet("Totali")
    for r in range(1, len(table)):
        totals.write_formula(r, 1, f"=SUM(b!B{r+1}:FN{r+1})")
        totals.write_formula(r, 2, f"=SUM(t!B{r+1}:FN{r+1})")
        totals.write_formula(r, 3, f"=B{r+1}+C{r+1}")
    sheet.autofilter(0, 0, len(table) - 1, len(table[0]) - 1)
    book.close()
    print(time.perf_counter() - start)
elif what == "openpyxl":
    import openpyxl

    start = time.perf_counter()
    book = openpyxl.load_workbook(folder + "/a.xlsx", read_only=True, data_only=True)
    cells = sum(1 for line in book["Matrice"].iter_rows(values_only=True) for value in line if value is not None)
    print(time.perf_counter() - start if cells > 1000 else "")
elif what == "pandas":
    import pandas

    start = time.perf_counter()
    frame = pandas.read_csv(folder + "/a.csv", index_col=0)
    print(time.perf_counter() - start if frame.shape[1] > 100 else "")
elif what in ("docx", "reportlab"):
    with open(folder + "/sheets.json", encoding="utf-8") as file:
        files = json.load(file)
    sheets = [file["sheets"][0] for file in files]
    start = time.perf_counter()
    if what == "docx":
        import docx

        for sheet in sheets:
            out = docx.Document()
            out.add_heading(sheet["title"], 0)
            for section in sheet["sections"]:
                out.add_heading(section["heading"], 1)
                for block in section["blocks"]:
                    kind = block["kind"]
                    if kind in ("facts", "figures"):
                        table = out.add_table(rows=0, cols=2)
                        for item in block["items"]:
                            cells = table.add_row().cells
                            cells[0].text, cells[1].text = item["label"], item["value"]
                    elif kind == "table":
                        table = out.add_table(rows=1, cols=len(block["columns"]))
                        for cell, column in zip(table.rows[0].cells, block["columns"]):
                            cell.text = column["head"]
                        for row in block["rows"]:
                            for cell, value in zip(table.add_row().cells, row):
                                cell.text = value["text"]
                    elif kind == "strip":
                        table = out.add_table(rows=2, cols=len(block["cells"]))
                        for i, value in enumerate(block["cells"]):
                            table.cell(0, i).text, table.cell(1, i).text = value["label"], value["text"]
                    elif kind in ("text", "note"):
                        out.add_paragraph(block["text"])
            out.save(folder + "/peer.docx")
    else:
        from reportlab.lib.styles import getSampleStyleSheet
        from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
        from xml.sax.saxutils import escape

        styles = getSampleStyleSheet()
        body = styles["BodyText"]

        def paragraph(text, style=body):
            return Paragraph(escape(text), style)

        for sheet in sheets:
            story = [paragraph(sheet["title"], styles["Title"])]
            for section in sheet["sections"]:
                story.append(paragraph(section["heading"], styles["Heading2"]))
                for block in section["blocks"]:
                    kind = block["kind"]
                    if kind in ("facts", "figures"):
                        story.append(Table([[paragraph(i["label"]), paragraph(i["value"])] for i in block["items"]]))
                    elif kind == "table":
                        head = [paragraph(c["head"]) for c in block["columns"]]
                        lines = [[paragraph(v["text"]) for v in row] for row in block["rows"]]
                        story.append(Table([head] + lines, repeatRows=1))
                    elif kind == "strip":
                        cells = block["cells"]
                        story.append(Table([[c["label"] for c in cells], [c["text"] for c in cells]]))
                    elif kind in ("text", "note"):
                        story.append(paragraph(block["text"]))
            SimpleDocTemplate(folder + "/peer.pdf").build(story)
    print(time.perf_counter() - start)
