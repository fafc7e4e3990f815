package org.safepassage.redact.recognisers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.safepassage.redact.text.NormalText;

/// Numbers, contacts, addresses, places of work and dates of birth that the record gives, however they are written.
public final class KnownValueRecogniser implements Recogniser {
    /// For the service loader.
    public KnownValueRecogniser() {}

    @Override
    public String name() {
        return "known-identifier";
    }

    @Override
    public List<Span> find(NormalText text, DetectionContext context) {
        KnownValues values = context.known().values();
        var spans = new ArrayList<>(values.find(text));
        spans.addAll(values.phrases().find(text));
        if (values.hasBirths()) {
            for (Dates.Written date : Dates.findDates(text)) {
                LocalDate day = date.day();
                if (day != null && values.isBirth(day)) {
                    spans.add(new Span(date.start(), date.end(), "DATE.BIRTH", values.bornOn(day), 0.98));
                }
            }
        }
        return spans;
    }
}
