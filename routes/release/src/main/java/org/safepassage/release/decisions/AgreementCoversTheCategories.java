package org.safepassage.release.decisions;

import java.util.List;

/// The agreement covers every category of the case, not just one of them.
final class AgreementCoversTheCategories implements Rule {
    @Override
    public List<Answer> ask(Question question) {
        return question.agreement()
                .map(agreement -> agreement.covers(question.caseFile().categories()))
                .map(covers -> covers
                        ? List.<Answer>of(new Answer.Yes("agreement-covers-the-categories"))
                        : List.<Answer>of(new Answer.No("category-not-in-agreement", "categories")))
                .orElse(List.of());
    }
}
