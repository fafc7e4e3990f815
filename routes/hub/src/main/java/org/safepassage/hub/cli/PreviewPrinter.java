package org.safepassage.hub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Item;
import org.safepassage.extract.records.Problem;
import org.safepassage.hub.doors.CasePreview;
import org.safepassage.hub.doors.PlainText;

/// Prints a preview for the one who asked, as text or as JSON Lines. A partner chose the words: none of them can move
/// the terminal's cursor or turn the direction of writing.
final class PreviewPrinter implements CasePreview.Viewer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;
    private final boolean json;
    private int number;
    private int troubles;

    PreviewPrinter(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void show(CasePreview.Shown shown) throws JsonProcessingException {
        number++;
        if (!shown.problems().isEmpty()) troubles++;
        if (json) {
            out.println(PlainText.line(JSON.writeValueAsString(object(shown))));
        } else {
            text(shown);
        }
        out.flush();
    }

    @Override
    public void notReadable(DoorProblem problem) throws JsonProcessingException {
        number++;
        troubles++;
        String said = String.valueOf(problem.getMessage());
        if (json) {
            out.println(JSON.writeValueAsString(JSON.createObjectNode()
                    .put("number", number)
                    .put("notReadable", said)
                    .put("nextAction", problem.kind().nextAction())));
        } else {
            out.println("case file " + number + " could not be read: " + said);
            out.println("  " + problem.kind().nextAction());
        }
        out.flush();
    }

    /// Whether everything that was shown became a case file.
    boolean allMapped() {
        return troubles == 0;
    }

    private ObjectNode object(CasePreview.Shown shown) {
        var object = JSON.createObjectNode().put("number", number);
        if (!shown.partnerRecord().isMissingNode()) object.set("record", shown.partnerRecord());
        if (!shown.caseFile().isMissingNode()) object.set("caseFile", shown.caseFile());
        var problems = object.putArray("problems");
        for (Problem problem : shown.problems()) {
            problems.addObject()
                    .put("field", problem.field())
                    .put("place", problem.place())
                    .put("message", problem.message());
        }
        shown.unmapped().ifPresent(unmapped -> {
            var places = object.putArray("unmapped");
            unmapped.places().forEach(places::add);
            object.put("everyFieldTried", unmapped.complete());
        });
        var items = object.putArray("exhibits");
        for (Item item : shown.items()) {
            items.addObject()
                    .put("path", item.path())
                    .put("size", item.size())
                    .put("part", word(item.part()))
                    .put("presence", word(item.presence()));
        }
        return object.put("exhibitCount", shown.itemCount());
    }

    private void text(CasePreview.Shown shown) throws JsonProcessingException {
        out.println("case file " + number);
        block("the partner's record", shown.partnerRecord());
        block("the case file it becomes", shown.caseFile());
        for (Problem problem : shown.problems()) out.println(PlainText.line("  problem: " + problem.where()));
        shown.unmapped().ifPresent(unmapped -> {
            for (String place : unmapped.places()) out.println(PlainText.line("  not mapped: " + place));
            if (unmapped.places().isEmpty() && unmapped.complete()) out.println("  every field is mapped");
            if (!unmapped.complete()) out.println("  the record is too large to try every field");
        });
        for (Item item : shown.items()) {
            out.println(PlainText.line("  " + word(item.part()) + " (not read): " + item.path()
                    + (item.size() < 0 ? "" : ", " + item.size() + " bytes")
                    + (item.presence() == Item.Presence.PRESENT ? "" : ", " + word(item.presence()))));
        }
        int more = shown.itemCount() - shown.items().size();
        if (more > 0) out.println("  and " + more + " more");
    }

    private void block(String title, JsonNode content) throws JsonProcessingException {
        out.println("  " + title + (content.isMissingNode() ? ": none" : ""));
        if (content.isMissingNode()) return;
        for (String line : JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(content)
                .split("\n", -1)) {
            out.println(PlainText.line("    " + line));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
