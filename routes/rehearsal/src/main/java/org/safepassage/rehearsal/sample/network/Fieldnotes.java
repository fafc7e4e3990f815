package org.safepassage.rehearsal.sample.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safepassage.rehearsal.sample.people.Latin;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.PersonName;

/// Field workers' folders, one a case, with the exhibits and, written last, `record.json` in Russian words. A second
/// version is a whole new folder.
final class Fieldnotes implements PartnerFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    Fieldnotes(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("outbox"));
        Files.createDirectories(folder.resolve("updates"));
    }

    @Override
    public Placed add(CaseStory story) throws IOException {
        String caseFolder = caseFolder(story);
        String first = "outbox/" + caseFolder;
        List<String> placed = write(story, first, story.exhibits(), false);
        if (!story.plan().updated()) {
            return new Placed(first + "/record.json", placed, "", List.of());
        }
        String second = "updates/" + caseFolder + "-v2";
        var all = new ArrayList<>(story.exhibits());
        all.addAll(story.later());
        List<String> again = write(story, second, all, true);
        return new Placed(
                first + "/record.json", placed, second + "/record.json", again.subList(placed.size(), again.size()));
    }

    private List<String> write(CaseStory story, String into, List<ExhibitFile> files, boolean second)
            throws IOException {
        var placed = new ArrayList<String>();
        for (ExhibitFile file : files) {
            Path target = folder.resolve(into).resolve(file.path());
            Files.createDirectories(target.getParent());
            try (OutputStream out = Files.newOutputStream(target)) {
                file.payload().writeTo(out);
            }
            placed.add(into + "/" + file.path());
        }
        byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(jsonRecord(story, files, second));
        Files.write(folder.resolve(into).resolve("record.json"), json);
        return placed;
    }

    /// The folder's name holds the complainant's, as field workers like it.
    static String caseFolder(CaseStory story) {
        return "pz-%d-25-%s"
                .formatted(
                        story.plan().number() + 300,
                        Latin.BGN
                                .spell(story.scene().person('C').russian().surname())
                                .toLowerCase(Locale.ROOT));
    }

    private static ObjectNode jsonRecord(CaseStory story, List<ExhibitFile> files, boolean second) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode about = root.putObject("дело");
        about.put("номер", story.plan().caseNumber());
        about.put("название", story.title());
        ArrayNode categories = about.putArray("виды");
        story.plan().categories().forEach(category -> categories.add(Words.russian(category)));
        about.put("редакция", second ? 2 : 1);
        ArrayNode people = root.putArray("участники");
        story.recorded().forEach(who -> person(people.addObject(), story, who));
        ArrayNode events = root.putArray("события");
        for (CaseStory.Happening event : story.events()) {
            ObjectNode node = events.addObject();
            node.put("что", Words.russian(event.kind()));
            node.put("когда", event.date());
            ObjectNode place = node.putObject("где");
            place.put("город", event.town().name().ru());
            place.put("область", event.town().region().ru());
            place.put("учреждение", event.station().name().ru());
            node.put("описание", event.description());
        }
        interviews(root.putArray("интервью"), story, second);
        ArrayNode examinations = root.putArray("осмотры");
        for (CaseStory.Finding finding : story.examinations()) {
            ObjectNode node = examinations.addObject();
            node.put("кого", finding.personId());
            node.put("кто", finding.examinerId());
            node.put("когда", finding.date());
            node.put("найдено", finding.findings());
        }
        consents(root.putArray("согласия"), story);
        ArrayNode exhibits = root.putArray("файлы");
        for (ExhibitFile file : files) {
            ObjectNode node = exhibits.addObject();
            node.put("путь", file.path());
            node.put("вид", Words.russian(file.kind()));
            node.put("дата", file.captured());
        }
        return root;
    }

    private static void person(ObjectNode node, CaseStory story, Persona who) {
        Listing listing = Listing.of(who, Partner.FIELDNOTES, story.plan().language());
        node.put("код", who.id());
        if (story.plan().valid() || !who.equals(story.scene().person('P'))) {
            node.put("кто", Words.russian(who.role()));
        }
        node.put("пол", who.sex() == org.safepassage.schemas.Sex.FEMALE ? "ж" : "м");
        ObjectNode official = node.putObject("фио");
        PersonName first = listing.names().getFirst();
        official.put("фамилия", first.surname());
        official.put("имя", first.given());
        official.put("отчество", first.patronymic());
        ArrayNode others = node.putArray("также");
        listing.names().stream().skip(1).forEach(name -> others.add(name.full()));
        ArrayNode data = node.putArray("данные");
        for (Identifier identifier : listing.identifiers()) {
            data.addObject().put("что", Words.russian(identifier.type())).put("значение", identifier.value());
        }
    }

    /// The form nests what was said below the meeting at which it was said.
    private static void interviews(ArrayNode interviews, CaseStory story, boolean second) {
        var sayings = new ArrayList<>(story.statements());
        if (second) {
            sayings.add(story.laterStatement());
        }
        for (CaseStory.Saying saying : sayings) {
            ObjectNode node = interviews.addObject();
            ObjectNode meeting = node.putObject("встреча");
            meeting.put("с", saying.personId());
            meeting.put("дата", saying.taken());
            meeting.put("язык", saying.language());
            node.putObject("ответы").put("рассказ", saying.words());
        }
    }

    private static void consents(ArrayNode consents, CaseStory story) {
        for (CaseStory.Permission permission : story.consents()) {
            ObjectNode node = consents.addObject();
            node.put("от", permission.personId());
            node.put(
                    "решение",
                    switch (permission.status()) {
                        case GIVEN -> "да";
                        case REFUSED -> "нет";
                        case UNCLEAR -> "неясно";
                        case WITHDRAWN -> "отозвано";
                    });
            node.put("дата", permission.given().toString());
            ArrayNode scopes = node.putArray("кому");
            for (CaseStory.PermittedUse scope : permission.scopes()) {
                ObjectNode one = scopes.addObject();
                one.put("получатель", scope.recipient());
                one.put("цель", scope.purpose());
                ArrayNode categories = one.putArray("виды");
                scope.categories().forEach(word -> categories.add(word.equals("*") ? "все" : Words.russian(word)));
                one.put("поимённо", scope.byName());
                if (!scope.until().isEmpty()) {
                    one.put("до", scope.until());
                }
            }
        }
    }

    @Override
    public void close() {}
}
