"""What the harder forms of the harness beside the checkout should give, in its order: what each is, and its figures.

A lapse of time in a plan (争取三到五年) says by when, and 全覆盖 states no number: both are wanted by the harness as figures.
"""
WANTED = [
    ("two numbers with 至", [("3", "5", "between", "家")]),
    ("two shares with ~ and 之间", [("60", "80", "between", "%")]),
    ("不低于 and a share", [("3.2", None, "ge", "%")]),
    ("超过 and 万亿元", [("1.2", None, "gt", "万亿元")]),
    ("万人", [("12.5", "12.5", "eq", "万人")]),
    ("突破 and a Chinese numeral", [("200", None, "gt", "亿元")]),
    ("以内", [(None, "5.5", "le", "%")]),
    ("a fraction with 以上", [("66.666667", None, "ge", "%")]),
    ("翻番", [("1", "1", "eq", "番")]),
    ("years in Chinese numerals with 到", [("3", "5", "between", "年")]),
    ("十余", [("10", None, "gt", "个")]),
    ("近 and a bare 百", [("100", "100", "approx", "家")]),
    ("个百分点", [("3", "3", "eq", "个百分点")]),
    ("from … to …", [("120", "120", "eq", "万吨"), ("150", "150", "eq", "万吨")]),
    ("two numbers with a hyphen", [("300", "500", "between", "人次")]),
    ("全覆盖", [("100", "100", "eq", "%")]),
    ("full-width digits", [("15", "15", "eq", "亿元")]),
    ("约 and a separator", [("3500", "3500", "approx", "亩")]),
    ("a share at a plan’s end", [("80", "80", "eq", "%")]),
    ("an ordinal", []),
    ("a telephone", []),
    ("a version", []),
    ("a document’s number", []),
]
