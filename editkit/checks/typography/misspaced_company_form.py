"""misspaced-company-form: “Co., Ltd.” with its comma or its space missing."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.fix import Safety
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity


class MisspacedCompanyForm(PatternCheck):
    """Flags “Co., Ltd.” with its comma or its space missing."""

    rule = Rule(
        id="misspaced-company-form",
        title="Spacing of “Co., Ltd.”",
        family=Family.TYPOGRAPHY,
        summary="Wrong spacing in “Co., Ltd.”",
        rationale=(
            "“Co.” and “Ltd.” are two abbreviations: Suhe Bridge Co., Ltd. “Co Ltd” and "
            "“Co. Ltd” without a comma are not flagged."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The bridge was built by Suhe Bridge Co.,Ltd. in 1998.",
                flagged=("Co.,Ltd",),
                fixed="The bridge was built by Suhe Bridge Co., Ltd. in 1998.",
                in_manual=True,
            ),
            Example(
                "Suhe Mill Co.,Ltd. and Suhe Port Co.,LTD, with Suhe Co,.Ltd.",
                flagged=("Co.,Ltd", "Co.,LTD", "Co,.Ltd"),
                fixed="Suhe Mill Co., Ltd. and Suhe Port Co., Ltd, with Suhe Co., Ltd.",
            ),
            Example("Suhe Mill Co., Ltd., Suhe Co. Ltd and Suhe Co Ltd, www.suhe-co.ltd."),
        ),
    )
    requires: ClassVar = frozenset(["co"])
    pattern: ClassVar = lazy_pattern(r"\bC[oO](?:\.,|,\.|,|\.)L(?:td|TD)\b")
    safety: ClassVar = Safety.SAFE
    include_technical: ClassVar = True
    message_template: ClassVar = "Wrong spacing. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the form with its comma and space."""
        return "Co., Ltd"
