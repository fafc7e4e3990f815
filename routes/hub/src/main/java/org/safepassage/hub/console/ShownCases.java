package org.safepassage.hub.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Item;
import org.safepassage.hub.doors.CasePreview;
import org.safepassage.hub.doors.PlainText;

/// A preview for a page, within bounds: case data, held for one answer and then dropped. Prints nothing of itself. For
/// one request.
final class ShownCases implements CasePreview.Viewer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 200_000;
    private static final int MOST_LINES = 500;

    private final List<Case> cases = new ArrayList<>();

    /// One case file beside what it becomes.
    ///
    /// @param partnerRecord as it came; empty when there is none
    /// @param caseFile what it becomes; empty when there are problems
    /// @param unmapped places in the record that the mapping leaves out
    /// @param everyFieldTried whether there can be no others
    /// @param items what came besides the record, each with its size
    /// @param moreItems how many are not listed
    record Case(
            String partnerRecord,
            String caseFile,
            List<String> problems,
            List<String> unmapped,
            boolean everyFieldTried,
            List<String> items,
            int moreItems) {
        @Override
        public String toString() {
            return "Case[…]";
        }
    }

    /// What came, in the partner's order.
    List<Case> cases() {
        return List.copyOf(cases);
    }

    @Override
    public void show(CasePreview.Shown shown) throws JsonProcessingException {
        cases.add(new Case(
                text(shown.partnerRecord()),
                text(shown.caseFile()),
                some(shown.problems().stream().map(problem -> problem.where()).toList()),
                some(shown.unmapped().map(found -> found.places()).orElse(List.of())),
                shown.unmapped().map(found -> found.complete()).orElse(false),
                some(shown.items().stream().map(ShownCases::item).toList()),
                Math.max(0, shown.itemCount() - Math.min(shown.items().size(), MOST_LINES))));
    }

    @Override
    public void notReadable(DoorProblem problem) {
        cases.add(new Case("", "", List.of(DoorTrials.words(problem)), List.of(), false, List.of(), 0));
    }

    private static String text(JsonNode content) throws JsonProcessingException {
        if (content.isMissingNode()) return "";
        String all = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content);
        String some = all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "\n…";
        return PlainText.lines(some);
    }

    private static List<String> some(List<String> lines) {
        return lines.stream().limit(MOST_LINES).map(PlainText::line).toList();
    }

    private static String item(Item item) {
        return item.part().name().toLowerCase(Locale.ROOT) + ": " + item.path()
                + (item.size() < 0 ? "" : ", " + item.size() + " bytes")
                + (item.presence() == Item.Presence.PRESENT
                        ? ""
                        : ", " + item.presence().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "ShownCases[" + cases.size() + "]";
    }
}
