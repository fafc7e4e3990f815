package org.safepassage.redact.reviews;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.CaseText;

/// Reviewed texts as labelled data for training, one JSON object a line:
/// `{"id","language","text","mentions":[{"start","end","type","entity"}]}`, offsets in code points. A line holds the
/// text itself, so it is identity: it is written where the operator says and nowhere else. Stateless.
public final class LabelledLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledLines() {}

    /// One label.
    private record Label(
            int start, int end, String type, @Nullable String person) {}

    /// The line of a text whose record was answered. Mentions that nobody answered count as they were found: a text is
    /// exported only when its reviewer has finished it.
    ///
    /// @throws IllegalArgumentException naming the answer, counted from 1, that fits neither record nor text
    public static String line(CaseText text, ReviewRecord record, List<ReviewAnswer> answers) {
        Map<Integer, Label> labels = new HashMap<>();
        record.mentions().forEach(found -> {
            Integer start = found.place().start();
            Integer end = found.place().end();
            if (start != null && end != null) {
                labels.put(found.number(), new Label(start, end, found.type(), found.person()));
            }
        });
        var added = new ArrayList<Label>();
        for (int i = 0; i < answers.size(); i++) {
            if (!take(answers.get(i), labels, added, record.length())) {
                throw new IllegalArgumentException("answer " + (i + 1) + " fits no mention of " + record.item());
            }
        }
        added.addAll(labels.values());
        added.sort(Comparator.comparingInt(Label::start).thenComparingInt(Label::end));
        return line(text, added);
    }

    private static boolean take(ReviewAnswer answer, Map<Integer, Label> labels, List<Label> added, int length) {
        Integer number = answer.number();
        Label label = number == null ? null : labels.get(number);
        return switch (answer.kind()) {
            case ACCEPT -> label != null;
            case REMOVE -> number != null && labels.remove(number) != null;
            case RELINK -> {
                if (number != null && label != null) {
                    labels.put(number, new Label(label.start(), label.end(), label.type(), answer.person()));
                }
                yield label != null;
            }
            case ADD -> {
                Integer start = answer.start();
                Integer end = answer.end();
                String type = answer.type();
                boolean fits =
                        start != null && end != null && type != null && start >= 0 && start < end && end <= length;
                if (start != null && end != null && type != null && fits) {
                    added.add(new Label(start, end, type, answer.person()));
                }
                yield fits;
            }
        };
    }

    private static String line(CaseText text, List<Label> labels) {
        ObjectNode line = JSON.createObjectNode()
                .put("id", text.id())
                .put("language", text.language())
                .put("text", text.text());
        var mentions = line.putArray("mentions");
        var strangers = 0;
        for (Label label : labels) {
            // Two strangers are two entities: nobody said that they are one.
            String entity = label.person() == null ? "nobody-" + ++strangers : label.person();
            mentions.addObject()
                    .put("start", label.start())
                    .put("end", label.end())
                    .put("type", label.type())
                    .put("entity", entity);
        }
        return line.toString();
    }
}
