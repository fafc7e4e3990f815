package org.safepassage.release.consignments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safepassage.schemas.Content;

/// Puts a plan into a BagIt bag (RFC 8493). Equal plans give equal bytes. Thread-safe.
public final class Assembly {
    private final ObjectMapper json = new ObjectMapper();

    /// The bag without custody. Reads every content once, as a stream.
    ///
    /// @throws IOException when a content cannot be read
    public AssembledConsignment assemble(ConsignmentPlan plan) throws IOException {
        var payload = new ArrayList<BagFile>();
        payload.add(Sha256.file(BagLayout.CASE_FILE, plan.caseFile()));
        payload.add(Sha256.file(BagLayout.REDACTION_REPORT, plan.redactionReport()));
        payload.add(Sha256.file(BagLayout.WITHHELD, written(plan.withheld())));
        payload.add(Sha256.file(BagLayout.RENDITION_LIST, written(listed(plan.renditions()))));
        for (Rendition rendition : plan.renditions()) {
            payload.add(Sha256.file(BagLayout.RENDITIONS + rendition.path(), rendition.content()));
        }
        payload.sort(Comparator.comparing(BagFile::path));

        var files = new ArrayList<BagFile>(payload);
        files.add(Sha256.file(BagLayout.BAGIT, InMemory.of(BagLayout.DECLARATION)));
        files.add(Sha256.file(BagLayout.BAG_INFO, InMemory.of(bagInfo(plan, payload))));
        files.add(Sha256.file(BagLayout.MANIFEST, InMemory.of(Manifest.write(payload))));
        files.sort(Comparator.comparing(BagFile::path));
        return new AssembledConsignment(plan.id(), plan.createdAt().truncatedTo(ChronoUnit.SECONDS), files);
    }

    private Content written(List<?> values) throws JsonProcessingException {
        return InMemory.of(json.writeValueAsString(values) + "\n");
    }

    private static List<Map<String, String>> listed(List<Rendition> renditions) {
        return renditions.stream()
                .sorted(Comparator.comparing(Rendition::path))
                .map(rendition -> {
                    Map<String, String> line = new LinkedHashMap<>();
                    line.put("path", rendition.path());
                    line.put("mediaType", rendition.mediaType());
                    return line;
                })
                .toList();
    }

    private static String bagInfo(ConsignmentPlan plan, List<BagFile> payload) {
        var created = plan.createdAt().truncatedTo(ChronoUnit.SECONDS);
        long octets = payload.stream().mapToLong(BagFile::size).sum();
        var lines = new LinkedHashMap<String, String>();
        lines.put("Consignment-Format", BagLayout.FORMAT);
        lines.put("External-Identifier", plan.id());
        lines.put("Case-Reference", plan.reference());
        lines.put("Recipient", plan.recipient());
        lines.put("Purpose", plan.purpose());
        lines.put("Agreement", plan.agreement());
        lines.put("Bagging-Date", created.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        lines.put("Created", created.toString());
        plan.supplementOf().ifPresent(first -> lines.put("Supplement-Of", first));
        lines.put("Payload-Oxum", octets + "." + payload.size());
        var text = new StringBuilder();
        lines.forEach(
                (label, value) -> text.append(label).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
