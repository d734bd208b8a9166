"""How the ODT and DOCX plans look: the edits made to pandoc’s reference documents."""

from .packages import Edit

INK, LINE, HEAD = "#1d2330", "#767b86", "#f1ece1"

_TITLE = (
    '<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard" '
    'style:next-style-name="Text_20_body" style:class="chapter">'
    '<style:paragraph-properties fo:margin-bottom="3mm"/>'
    f'<style:text-properties fo:font-size="20pt" fo:font-weight="bold" fo:color="{INK}"/>'
    "</style:style>"
)
_ODT = (
    ('fo:page-width="8.5in" fo:page-height="11in"', 'fo:page-width="297mm" fo:page-height="210mm"'),
    ('style:print-orientation="portrait"', 'style:print-orientation="landscape"'),
    (
        'fo:margin-top="1in" fo:margin-bottom="1in" fo:margin-left="1in" fo:margin-right="1in"',
        'fo:margin-top="15mm" fo:margin-bottom="10mm" fo:margin-left="15mm" fo:margin-right="15mm"',
    ),
    (
        'style:font-name="Times New Roman" fo:font-size="12pt"',
        'style:font-name="Arial" fo:font-size="10pt"',
    ),
    ('fo:keep-together="auto"', 'fo:keep-together="always"'),
    ('<style:style style:name="Heading"', f'{_TITLE}<style:style style:name="Heading"'),
)

_PAGE = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="400" '
    'w:footer="400" w:gutter="0"/>'
)
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE[1:]}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" /> '
_DOCX = (
    ("word/document.xml", "<w:sectPr> <w:footnotePr>", f"<w:sectPr>{_PAGE}<w:footnotePr>"),
    ("word/settings.xml", 'themeFontLang w:val="en-US"', 'themeFontLang w:val="fr-FR"'),
    (
        "word/styles.xml",
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
        'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi" /> <w:sz w:val="24" />',
        f'{_ARIAL}<w:sz w:val="20" />',
    ),
    (
        "word/styles.xml",
        '<w:jc w:val="center" /> </w:pPr> <w:rPr> <w:rFonts w:asciiTheme="majorHAnsi" '
        'w:eastAsiaTheme="majorEastAsia" w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi" /> '
        '<w:sz w:val="56" /> <w:szCs w:val="56" />',
        f'</w:pPr><w:rPr>{_ARIAL}<w:b /><w:color w:val="{INK[1:]}" /><w:sz w:val="40" />',
    ),
    (
        "word/styles.xml",
        '<w:tblInd w:w="0" w:type="dxa" /> <w:tblCellMar> <w:top w:w="0" w:type="dxa" />',
        f'<w:tblInd w:w="0" w:type="dxa" /><w:tblBorders>{_SIDES}</w:tblBorders>'
        '<w:tblCellMar><w:top w:w="40" w:type="dxa" />',
    ),
    (
        "word/styles.xml",
        '<w:tblStylePr w:type="firstRow"> <w:tcPr>',
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b /></w:rPr><w:tcPr>',
    ),
    (
        "word/styles.xml",
        '</w:tcBorders> <w:vAlign w:val="bottom"/>',
        f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{HEAD[1:]}"/>',
    ),
)

REFERENCE = {
    "odt": tuple(Edit("styles.xml", old, new) for old, new in _ODT),
    "docx": tuple(Edit(*one) for one in _DOCX),
}
_RULED = f'fo:border="0.5pt solid {LINE}" fo:padding="1mm"'
_HEAD_CELL = (
    'style:name="TableHeaderRowCell" style:family="table-cell"> '
    '<style:table-cell-properties fo:border="none"'
)
CELLS = (
    (_HEAD_CELL, _HEAD_CELL.replace('fo:border="none"', f'{_RULED} fo:background-color="{HEAD}"')),
    ('fo:border="none"', _RULED),
)
WHOLE_ROW = "<w:tr><w:trPr><w:cantSplit /></w:trPr><w:tc>"
