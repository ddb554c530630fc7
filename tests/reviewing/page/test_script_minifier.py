"""Minified scripts: what is removed, and what must stay."""

from editkit.reviewing.page.script_minifier import minify_script

ROWS = (
    ('/* Why. */\nif (a) {\n\t// How.\n\tsay(\n\t\t"b  c",\n\t);\n}\n', 'if(a){say("b  c")}'),
    ("a = 1\nb = 2\n", "a=1\nb=2"),
    ("f()\n(g)", "f()\n(g)"),
    ("a\n\t.b()\n\t?.c;", "a.b()?.c;"),
    ("if (a) b\nelse c", "if(a)b\nelse c"),
    (
        'const a = `x  y ${c ? `d  e // no` : ""}  f\n\tg`;',
        'let a=`x  y ${c?`d  e // no`:""}  f\n\tg`;',
    ),
    ("`${{ a: { b } }}  ${c}  `", "`${{a:{b}}}  ${c}  `"),
    (r"x = /a  b[/]\/`'/gu; y = a / b / c", r"x=/a  b[/]\/`'/gu;y=a/b/c"),
    ("return /  / .test(a)", "return/  /.test(a)"),
    ("a + +b - -c; d++ + e", "a+ +b- -c;d++ +e"),
    ("a < !b; a-- > b", "a< !b;a-- >b"),
    ("'a  // b'; \"c /* d\"", "'a  // b';\"c /* d\""),
    (r"`\`  ${a}\${  `;  b", r"`\`  ${a}\${  `;b"),
    ("for (const a of [b]) new C", "for(let a of[b])new C"),
    ("f([a, b,], [, a], [a, , ], { b, });", "f([a,b],[,a],[a,,],{b});"),
    ("for (let a = 0; ; ) { b; }", "for(let a=0;;){b}"),
    ("const a = 1;\nconst { b } = c;\nconst [d] = e; f;", "let a=1,{b}=c,[d]=e;f;"),
    ("const a = () => { const b = 1; c(); };\nconst d = 2;", "let a=()=>{let b=1;c()},d=2;"),
    ("const a = `${() => { b; }}`;\nconst c = 2;", "let a=`${()=>{b}}`,c=2;"),
    ("const a = 1\nb();\nconst c = 2;", "let a=1\nb();let c=2;"),
    ("for (const a of b) c;\nconst d = 1;", "for(let a of b)c;let d=1;"),
    (
        "f((a) => b, async (c) => d, (e, g) => h, ({ i }) => j);",
        "f(a=>b,async(c)=>d,(e,g)=>h,({i})=>j);",
    ),
    ("return (a) => a.const >= (b) >= c;", "return a=>a.const>=(b)>=c;"),
    ("return true; if (a === false) b.true = { c: true };", "return!0;if(a===!1)b.true={c:!0};"),
    ('a = ";"; b = ",)";', 'a=";";b=",)";'),
    ("", ""),
)


def test_only_blanks_and_comments_are_removed() -> None:
    wrong = [(code, minify_script(code)) for code, small in ROWS if minify_script(code) != small]

    assert wrong == []


def test_a_minified_script_stays_as_it_is() -> None:
    assert [small for _, small in ROWS if minify_script(small) != small] == []
