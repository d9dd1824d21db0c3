"""What the harder forms of the harness beside the checkout should give, in its order: the figures of each, nothing else.

A lapse of time in a plan (争取三到五年) says by when, and 全覆盖 states no number: both are wanted by the harness as figures.
"""
WANTED = [
    [("3", "5", "between", "家")],
    [("60", "80", "between", "%")],
    [("3.2", None, "ge", "%")],
    [("1.2", None, "gt", "万亿元")],
    [("12.5", "12.5", "eq", "万人")],
    [("200", None, "gt", "亿元")],
    [(None, "5.5", "le", "%")],
    [("66.666667", None, "ge", "%")],
    [("1", "1", "eq", "番")],
    [("3", "5", "between", "年")],
    [("10", None, "gt", "个")],
    [("100", "100", "approx", "家")],
    [("3", "3", "eq", "个百分点")],
    [("120", "120", "eq", "万吨"), ("150", "150", "eq", "万吨")],
    [("300", "500", "between", "人次")],
    [("100", "100", "eq", "%")],
    [("15", "15", "eq", "亿元")],
    [("3500", "3500", "approx", "亩")],
    [("80", "80", "eq", "%")],
    [], [], [], [],
]
