package org.safepassage.rehearsal.sample.network;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.safepassage.rehearsal.sample.network.CaseStory.Permission;
import org.safepassage.rehearsal.sample.network.CaseStory.PermittedUse;
import org.safepassage.rehearsal.sample.network.CaseStory.Saying;
import org.safepassage.rehearsal.sample.people.NameTable;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.PersonName;

/// A relational database of case records as a script for H2 or PostgreSQL, and a file store that its exhibits' paths
/// point into. The update is a second script; its files lie in the store from the start.
final class Casebase implements PartnerFolder {
    private static final LocalDateTime FIRST_CHANGE = LocalDateTime.of(2025, 10, 1, 9, 0);
    private static final LocalDateTime SECOND_CHANGE = LocalDateTime.of(2026, 3, 2, 9, 0);

    private final Path folder;
    private final BufferedWriter script;
    private final BufferedWriter update;

    Casebase(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("files"));
        this.script = Files.newBufferedWriter(folder.resolve("database.sql"), StandardCharsets.UTF_8);
        this.update = Files.newBufferedWriter(folder.resolve("database-update1.sql"), StandardCharsets.UTF_8);
        script.write(NameTable.read(Casebase.class, "casebase.sql"));
    }

    @Override
    public Placed add(CaseStory story) throws IOException {
        var in = new Inserts(script, story.plan().caseNumber());
        LocalDateTime changed = FIRST_CHANGE.plusMinutes(story.plan().number());
        in.insert(
                "case_record",
                story.title(),
                String.join(",", story.plan().categories()),
                story.plan().language().tag(),
                story.scene().town().region().in(story.plan().language()),
                changed.toString().replace('T', ' ') + ":00");
        persons(in, story);
        int number = 0;
        for (CaseStory.Happening event : story.events()) {
            in.insert(
                    "event",
                    ++number,
                    event.kind(),
                    event.date(),
                    event.town().name().in(story.plan().language()),
                    event.station().name().in(story.plan().language()),
                    event.description());
        }
        number = 0;
        for (Saying saying : story.statements()) {
            statement(in, ++number, saying);
        }
        number = 0;
        for (CaseStory.Finding finding : story.examinations()) {
            in.insert(
                    "examination",
                    ++number,
                    finding.personId(),
                    finding.examinerId(),
                    finding.date(),
                    finding.findings());
        }
        number = 0;
        for (Permission consent : story.consents()) {
            number = consent(in, number, consent);
        }
        List<String> placed = exhibits(in, story, 0, story.exhibits());
        return story.plan().updated()
                ? new Placed("database.sql", placed, "database-update1.sql", update(story))
                : new Placed("database.sql", placed, "", List.of());
    }

    private List<String> update(CaseStory story) throws IOException {
        var in = new Inserts(update, story.plan().caseNumber());
        update.write("UPDATE case_record SET changed_at = TIMESTAMP '%s' WHERE case_number = '%s';\n"
                .formatted(
                        SECOND_CHANGE
                                        .plusMinutes(story.plan().number())
                                        .toString()
                                        .replace('T', ' ') + ":00",
                        story.plan().caseNumber()));
        statement(in, story.statements().size() + 1, story.laterStatement());
        return exhibits(in, story, story.exhibits().size(), story.later());
    }

    private static void persons(Inserts in, CaseStory story) throws IOException {
        for (var who : story.recorded()) {
            boolean complete = story.plan().valid() || !who.equals(story.scene().person('P'));
            in.insert("person", who.id(), complete ? Words.plain(who.role()) : null, Words.plain(who.sex()));
            Listing listing = Listing.of(who, Partner.CASEBASE, story.plan().language());
            int number = 0;
            for (PersonName name : listing.names()) {
                in.insert(
                        "person_name",
                        who.id(),
                        ++number,
                        name.full(),
                        name.surname(),
                        name.given(),
                        name.patronymic());
            }
            number = 0;
            for (Identifier identifier : listing.identifiers()) {
                in.insert("identifier", who.id(), ++number, Words.plain(identifier.type()), identifier.value());
            }
        }
    }

    private static void statement(Inserts in, int number, Saying saying) throws IOException {
        in.insert("statement", number, saying.personId(), saying.language(), saying.taken(), saying.words());
    }

    /// One row a scope; a consent without scopes has one row that names no recipient.
    private static int consent(Inserts in, int before, Permission consent) throws IOException {
        int number = before;
        String status = Words.plain(consent.status());
        if (consent.scopes().isEmpty()) {
            in.insert(
                    "consent",
                    ++number,
                    consent.personId(),
                    status,
                    consent.given().toString(),
                    "",
                    "",
                    "",
                    false,
                    "");
        }
        for (PermittedUse scope : consent.scopes()) {
            in.insert(
                    "consent",
                    ++number,
                    consent.personId(),
                    status,
                    consent.given().toString(),
                    scope.recipient(),
                    scope.purpose(),
                    String.join(",", scope.categories()),
                    scope.byName(),
                    scope.until());
        }
        return number;
    }

    private List<String> exhibits(Inserts in, CaseStory story, int before, List<ExhibitFile> files) throws IOException {
        var placed = new ArrayList<String>();
        int number = before;
        for (ExhibitFile file : files) {
            String path = story.plan().caseNumber() + "/" + file.path();
            in.insert("exhibit", ++number, path, Words.plain(file.kind()), file.captured());
            Path target = folder.resolve("files").resolve(path);
            Files.createDirectories(target.getParent());
            try (OutputStream out = Files.newOutputStream(target)) {
                file.payload().writeTo(out);
            }
            placed.add("files/" + path);
        }
        return placed;
    }

    @Override
    public void close() throws IOException {
        script.close();
        update.close();
    }

    /// Rows of one case: the case number comes first in every table.
    private record Inserts(BufferedWriter script, String caseNumber) {
        void insert(String table, @org.jspecify.annotations.Nullable Object... values) throws IOException {
            String row = java.util.Arrays.stream(values).map(Inserts::literal).collect(Collectors.joining(", "));
            script.write("INSERT INTO " + table + " VALUES (" + literal(caseNumber) + ", " + row + ");\n");
        }

        private static String literal(@org.jspecify.annotations.Nullable Object value) {
            return switch (value) {
                case null -> "NULL";
                case Number number -> number.toString();
                case Boolean truth -> truth ? "TRUE" : "FALSE";
                default ->
                    value.toString().isEmpty() ? "NULL" : "'" + value.toString().replace("'", "''") + "'";
            };
        }
    }
}
