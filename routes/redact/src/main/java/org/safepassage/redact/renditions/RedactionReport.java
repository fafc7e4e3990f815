package org.safepassage.redact.renditions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safepassage.redact.Redaction;
import org.safepassage.redact.renditions.pictures.PictureReport;
import org.safepassage.redact.renditions.video.VideoReport;

/// What was done to a case for one recipient, counted, without what stood there.
public final class RedactionReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RedactionReport() {}

    /// The report as JSON: one row for each place, type, action and recogniser.
    ///
    /// @param policy name of the policy
    public static ObjectNode of(String policy, List<Redaction> redactions) {
        return of(policy, redactions, Map.of(), Map.of());
    }

    /// The report as JSON, with one more row for each picture and each video that goes out.
    ///
    /// @param policy name of the policy
    /// @param pictures by the exhibit's id
    /// @param videos by the exhibit's id
    public static ObjectNode of(
            String policy,
            List<Redaction> redactions,
            Map<String, PictureReport> pictures,
            Map<String, VideoReport> videos) {
        Map<List<String>, Integer> counts =
                new TreeMap<>((a, b) -> String.join("\n", a).compareTo(String.join("\n", b)));
        for (Redaction redaction : redactions) {
            counts.merge(
                    List.of(
                            redaction.where(),
                            redaction.type(),
                            redaction.action().code(),
                            redaction.recogniser()),
                    1,
                    Integer::sum);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("policy", policy).put("total", redactions.size());
        var rows = json.putArray("redactions");
        counts.forEach((row, count) -> rows.addObject()
                .put("where", row.get(0))
                .put("type", row.get(1))
                .put("action", row.get(2))
                .put("recogniser", row.get(3))
                .put("count", count));
        add(json, "pictures", pictures);
        add(json, "videos", videos);
        return json;
    }

    private static void add(ObjectNode json, String kind, Map<String, ?> reports) {
        if (!reports.isEmpty()) {
            var shown = json.putArray(kind);
            new TreeMap<>(reports).forEach((exhibit, report) -> {
                ObjectNode row = shown.addObject().put("where", exhibit);
                row.setAll(JSON.<ObjectNode>valueToTree(report));
            });
        }
    }
}
