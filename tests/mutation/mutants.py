"""What can be changed in a line of C: each change is one small error that somebody could have made."""

import re

RELATIONS = {"<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": ("!=",), "!=": ("==",)}
ARITHMETIC = {"+": ("-",), "-": ("+",), "*": ("/",), "/": ("*",), "%": ("*",), "+=": ("-=",), "-=": ("+=",),
              "++": ("--",), "--": ("++",), "&": ("|",), "|": ("&",), "<<": (">>",), ">>": ("<<",)}
LOGIC = {"&&": ("||",), "||": ("&&",)}
# Strings and characters are passed over whole; operators need a blank on both sides, which clang-format gives to those
# with two operands only.
TOKEN = re.compile(r"""
    (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
  | (?P<comment>/\*.*?\*/|/\*.*|//.*)
  | (?P<operator>(?<=\s)(?:<<|>>|<=|>=|==|!=|&&|\|\||\+=|-=|[-+*/%&|<>])(?=\s))
  | (?P<step>\+\+|--)
  | (?P<not>!(?=[\w(]))
  | (?P<number>(?<![\w.])(?:0x[0-9A-Fa-f]+|\d+)(?![\w.]))
""", re.VERBOSE)
WORDS = {"true": "false", "false": "true"}
NO_CODE = re.compile(r"\s*(?:#|//|/\*|\*|typedef\b|enum\b|struct \w+ \{|\}|extern\b|static const\b|const struct\b.*\{$|case\b.*:$)")
FUNCTION_HEAD = re.compile(r"^\w.*[({,]$|^\w.*\) \{$")
STATEMENT = re.compile(r"^(\s+)((?:[\w.>*()\[\]-]+(?:\([^;]*\)|(?:\+\+|--)| [-+*/|&]?= [^;]*)|break|continue);)$")
DECLARATION = re.compile(r"^\s+(?:(?:const|static|unsigned|struct|enum)\s+)*\w+ \*?\w+(?:\[[^]]*\])?(?: = .*|, .*)?;$")
CONDITION = re.compile(r"^(\s*(?:\} else )?(?:else )?(?:if|while) \()(.*)(\)(?: .*[;{]| \{)?)$")
RETURN = re.compile(r"^(.*\breturn )([^;{}]+)(;.*)$")


def balanced(text):
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0


def token_changes(line):
    for match in TOKEN.finditer(line):
        kind, found, others = match.lastgroup, match[0], ()
        if kind == "operator":
            table = ("relation", RELATIONS) if found in RELATIONS else ("logic", LOGIC) if found in LOGIC else ("arithmetic", ARITHMETIC)
            kind, others = table[0], table[1].get(found, ())
        elif kind == "step":
            kind, others = "arithmetic", ARITHMETIC[found]
        elif kind == "not":
            kind, others = "negation", ("",)
        elif kind == "number" and found not in ("0x0",):
            value = int(found, 0)
            kind, others = "constant", (str(value + 1), str(value - 1)) if value > 0 else ("1",)
        for other in others:
            yield kind, line[:match.start()] + other + line[match.end():]
    for match in re.finditer(r"\b(?:true|false)\b", line):
        yield "constant", line[:match.start()] + WORDS[match[0]] + line[match.end():]


def statement_changes(line):
    match = CONDITION.match(line)
    if match and balanced(match[2]):
        yield "condition", f"{match[1]}!({match[2]}){match[3]}"
    match = RETURN.match(line)
    if match and match[2] not in ("true", "false"):
        yield "return", f"{match[1]}0{match[3]}"
        yield "return", f"{match[1]}!({match[2]}){match[3]}"
    match = STATEMENT.match(line)
    if match and not DECLARATION.match(line) and not line.strip().startswith("return"):
        yield "deletion", match[1] + ";"


def changes(line):
    """(the mutator's name, the line as it would be) of each change."""
    if NO_CODE.match(line) or FUNCTION_HEAD.match(line) or not line.strip():
        return []
    return [change for change in (*token_changes(line), *statement_changes(line)) if change[1] != line]
