package org.safepassage.rehearsal.sample.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.truth.Expected;
import org.safepassage.rehearsal.sample.truth.Planted;
import org.safepassage.schemas.Consent;
import org.safepassage.schemas.Role;

/// Writes the truth beside the network: `ground-truth.jsonl`, one line for each surface form in each place of each
/// file; `cases.jsonl`, one line a case with what should become of it. Not for several threads.
final class GroundTruth implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> RECIPIENTS = List.of("iapb", "un-examination");

    private final BufferedWriter forms;
    private final BufferedWriter cases;
    private int planted;

    GroundTruth(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.forms = Files.newBufferedWriter(folder.resolve("ground-truth.jsonl"), StandardCharsets.UTF_8);
        this.cases = Files.newBufferedWriter(folder.resolve("cases.jsonl"), StandardCharsets.UTF_8);
    }

    void add(CaseStory story, PartnerFolder.Placed placed) throws IOException {
        CasePlan plan = story.plan();
        String root = "partners/" + plan.partner().word() + "/";
        for (Persona who : story.recorded()) {
            Listing listing = Listing.of(who, plan.partner(), plan.language());
            write(plan, root + placed.recordFile(), 1, listing.planted());
        }
        write(plan, root + placed.recordFile(), 1, story.planted());
        for (int i = 0; i < story.exhibits().size(); i++) {
            write(
                    plan,
                    root + placed.exhibits().get(i),
                    1,
                    story.exhibits().get(i).planted());
        }
        if (plan.updated()) {
            write(plan, root + placed.laterRecordFile(), 2, story.plantedLater());
            for (int i = 0; i < story.later().size(); i++) {
                write(
                        plan,
                        root + placed.later().get(i),
                        2,
                        story.later().get(i).planted());
            }
        }
        cases.write(JSON.writeValueAsString(line(story, placed, root)));
        cases.newLine();
    }

    /// Lines written to `ground-truth.jsonl` so far.
    int planted() {
        return planted;
    }

    private void write(CasePlan plan, String file, int version, List<Planted> found) throws IOException {
        for (Planted form : new LinkedHashSet<>(found)) {
            ObjectNode node = JSON.createObjectNode()
                    .put("case", plan.id())
                    .put("partner", plan.partner().word())
                    .put("caseNumber", plan.caseNumber())
                    .put("file", file)
                    .put("place", form.place())
                    .put("personId", form.personId())
                    .put("role", Words.plain(form.role()))
                    .put("type", form.type())
                    .put("value", form.value())
                    .put("base", form.base())
                    .put("version", version);
            forms.write(JSON.writeValueAsString(node));
            forms.newLine();
            planted++;
        }
    }

    private static ObjectNode line(CaseStory story, PartnerFolder.Placed placed, String root) {
        CasePlan plan = story.plan();
        ObjectNode node = JSON.createObjectNode()
                .put("case", plan.id())
                .put("partner", plan.partner().word())
                .put("caseNumber", plan.caseNumber())
                .put("language", plan.language().tag())
                .put("recordFile", root + placed.recordFile())
                .put("recordValid", plan.valid())
                .put("consent", plan.consent().word());
        plan.categories().forEach(node.putArray("categories")::add);
        ArrayNode persons = node.putArray("persons");
        story.scene().cast().values().forEach(who -> person(persons.addObject(), story, who));
        ArrayNode exhibits = node.putArray("exhibits");
        for (int i = 0; i < story.exhibits().size(); i++) {
            exhibit(
                    exhibits.addObject(),
                    story.exhibits().get(i),
                    root + placed.exhibits().get(i));
        }
        ArrayNode consents = node.putArray("consents");
        for (CaseStory.Permission permission : story.consents()) {
            ObjectNode one = consents.addObject();
            one.put("personId", permission.personId()).put("status", Words.plain(permission.status()));
            permission.scopes().forEach(scope -> one.withArray("/recipients").add(scope.recipient()));
        }
        ObjectNode expected = node.putObject("expected");
        RECIPIENTS.forEach(recipient -> expected(expected.putObject(recipient), story, recipient));
        if (plan.updated()) {
            ObjectNode update = node.putArray("updates").addObject();
            update.put("version", 2).put("recordFile", root + placed.laterRecordFile());
            ArrayNode added = update.putArray("exhibits");
            for (int i = 0; i < story.later().size(); i++) {
                exhibit(
                        added.addObject(),
                        story.later().get(i),
                        root + placed.later().get(i));
            }
        }
        return node;
    }

    private static void person(ObjectNode node, CaseStory story, Persona who) {
        node.put("personId", who.id())
                .put("role", Words.plain(who.role()))
                .put("sex", Words.plain(who.sex()))
                .put("recorded", who.recorded())
                .put("byName", byName(story, who, "iapb"))
                .put("base", who.base());
        Listing listing = Listing.of(who, story.plan().partner(), story.plan().language());
        ArrayNode names = node.putArray("names");
        ArrayNode identifiers = node.putArray("identifiers");
        if (who.recorded()) {
            listing.names().forEach(name -> names.add(name.full()));
            listing.identifiers()
                    .forEach(each -> identifiers
                            .addObject()
                            .put("type", Words.plain(each.type()))
                            .put("value", each.value()));
        }
    }

    private static boolean byName(CaseStory story, Persona who, String recipient) {
        return story.consents().stream()
                .filter(consent -> consent.personId().equals(who.id()))
                .filter(consent -> consent.status() == Consent.Status.GIVEN)
                .flatMap(consent -> consent.scopes().stream())
                .anyMatch(scope -> scope.recipient().equals(recipient) && scope.byName());
    }

    private static void exhibit(ObjectNode node, ExhibitFile file, String path) {
        node.put("file", path)
                .put("path", file.path())
                .put("kind", Words.plain(file.kind()))
                .put("format", file.format())
                .put("language", file.language())
                .put("pages", file.pages())
                .put("expectedStatus", Words.plain(file.status()));
    }

    private static void expected(ObjectNode node, CaseStory story, String recipient) {
        Expected expected =
                story.plan().valid() ? story.plan().consent().at(recipient) : new Expected("held", "record-invalid");
        node.put("outcome", expected.outcome()).put("reason", expected.reason());
        ArrayNode permitted = node.putArray("permitted");
        if (expected.outcome().equals("delivered")) {
            story.recorded().stream()
                    .filter(who -> who.role() == Role.ALLEGED_PERPETRATOR
                            || (recipient.equals("iapb") && byName(story, who, recipient) && nameable(who.role())))
                    .forEach(who -> permitted.add(who.id()));
        }
    }

    /// Roles that the sample's agreements let the accountability platform know by name, given consent.
    private static boolean nameable(Role role) {
        return role == Role.COMPLAINANT || role == Role.WITNESS;
    }

    @Override
    public void close() throws IOException {
        forms.close();
        cases.close();
    }
}
