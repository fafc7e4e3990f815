package org.safepassage.rehearsal.sample.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.PersonName;

/// A share with one ZIP bundle a case: `case.json` in English words and folders of exhibits whose names may be
/// Cyrillic. A second version is a whole new bundle, `…-update1.zip`.
final class Sharehub implements PartnerFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDateTime TIME = LocalDateTime.of(2025, 10, 1, 9, 0);

    private final Path folder;

    Sharehub(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("share"));
        Files.createDirectories(folder.resolve("updates"));
    }

    @Override
    public Placed add(CaseStory story) throws IOException {
        String name = story.plan().caseNumber().replace('.', '-');
        String first = "share/" + name + ".zip";
        List<String> placed = write(story, first, story.exhibits(), false);
        if (!story.plan().updated()) {
            return new Placed(first + "!/case.json", placed, "", List.of());
        }
        String second = "updates/" + name + "-update1.zip";
        var all = new ArrayList<>(story.exhibits());
        all.addAll(story.later());
        List<String> again = write(story, second, all, true);
        return new Placed(
                first + "!/case.json", placed, second + "!/case.json", again.subList(placed.size(), again.size()));
    }

    private List<String> write(CaseStory story, String bundle, List<ExhibitFile> files, boolean second)
            throws IOException {
        var placed = new ArrayList<String>();
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(bundle)), StandardCharsets.UTF_8)) {
            open(zip, "case.json");
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(jsonRecord(story, files, second)));
            zip.closeEntry();
            for (ExhibitFile file : files) {
                zip.setLevel(file.kind() == Exhibit.Kind.VIDEO ? 0 : 6);
                open(zip, file.path());
                file.payload().writeTo(zip);
                zip.closeEntry();
                placed.add(bundle + "!/" + file.path());
            }
        }
        return placed;
    }

    private static void open(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    private static ObjectNode jsonRecord(CaseStory story, List<ExhibitFile> files, boolean second) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode about = root.putObject("case");
        about.put("ref", story.plan().caseNumber());
        about.put("headline", story.title());
        story.plan().categories().forEach(about.putArray("allegations")::add);
        about.put("revision", second ? 2 : 1);
        ArrayNode people = root.putArray("people");
        story.recorded().forEach(who -> person(people.addObject(), story, who));
        ArrayNode timeline = root.putArray("timeline");
        for (CaseStory.Happening event : story.events()) {
            timeline.addObject()
                    .put("what", event.kind())
                    .put("when", event.date())
                    .put(
                            "where",
                            event.station().name().en() + ", "
                                    + event.town().name().en())
                    .put("details", event.description());
        }
        var sayings = new ArrayList<>(story.statements());
        if (second) {
            sayings.add(story.laterStatement());
        }
        ArrayNode testimony = root.putArray("testimony");
        for (CaseStory.Saying saying : sayings) {
            testimony
                    .addObject()
                    .put("by", saying.personId())
                    .put("lang", saying.language())
                    .put("on", saying.taken())
                    .put("words", saying.words());
        }
        ArrayNode medical = root.putArray("medical");
        for (CaseStory.Finding finding : story.examinations()) {
            medical.addObject()
                    .put("patient", finding.personId())
                    .put("doctor", finding.examinerId())
                    .put("on", finding.date())
                    .put("report", finding.findings());
        }
        permissions(root.putArray("permissions"), story);
        ArrayNode bundle = root.putArray("bundle");
        for (ExhibitFile file : files) {
            bundle.addObject()
                    .put("file", file.path())
                    .put("shows", Words.plain(file.kind()))
                    .put("made", file.captured());
        }
        return root;
    }

    private static void person(ObjectNode node, CaseStory story, Persona who) {
        Listing listing = Listing.of(who, Partner.SHAREHUB, story.plan().language());
        node.put("key", who.id());
        if (story.plan().valid() || !who.equals(story.scene().person('P'))) {
            node.put("as", Words.shared(who.role()));
        }
        node.put("gender", Words.letter(who.sex()));
        PersonName first = listing.names().getFirst();
        node.putObject("name").put("first", first.given()).put("last", first.surname());
        ArrayNode aliases = node.putArray("aliases");
        listing.names().stream().skip(1).forEach(name -> aliases.add(name.full()));
        ObjectNode details = node.putObject("details");
        for (Identifier identifier : listing.identifiers()) {
            details.withArray("/" + Words.plain(identifier.type())).add(identifier.value());
        }
    }

    private static void permissions(ArrayNode permissions, CaseStory story) {
        for (CaseStory.Permission permission : story.consents()) {
            ObjectNode node = permissions.addObject();
            node.put("who", permission.personId());
            node.put("state", Words.plain(permission.status()));
            node.put("date", permission.given().toString());
            ArrayNode grants = node.putArray("grants");
            for (CaseStory.PermittedUse scope : permission.scopes()) {
                ObjectNode grant = grants.addObject();
                grant.putArray("to").add(scope.recipient());
                grant.putArray("for").add(scope.purpose());
                scope.categories().forEach(grant.putArray("about")::add);
                grant.put("named", scope.byName());
                if (!scope.until().isEmpty()) {
                    grant.put("until", scope.until());
                }
            }
        }
    }

    @Override
    public void close() {}
}
