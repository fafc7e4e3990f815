package org.safepassage.rehearsal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.safepassage.rehearsal.sample.SampleNetwork;
import org.safepassage.rehearsal.stage.Json;

/// Wraps any folder of files as exhibits of invented cases of the partner `casebase`, eight files a case, all of them
/// free to go to everybody, and nothing at the other partners.
///
/// @param documents the files, wrapped where they lie by copying
record DocumentCases(List<Path> documents) {
    private static final int A_CASE = 8;
    private static final Set<String> PICTURES =
            Set.of("jpg", "jpeg", "png", "gif", "tiff", "tif", "heic", "webp", "bmp");
    private static final Set<String> VIDEOS = Set.of("mp4", "mov", "avi", "mkv");

    DocumentCases {
        documents = List.copyOf(documents);
    }

    /// All files below these folders, except records of cases.
    static DocumentCases of(Path... folders) throws IOException {
        var documents = new ArrayList<Path>();
        for (var folder : folders) {
            try (var files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !file.endsWith("record.json"))
                        .sorted()
                        .forEach(documents::add);
            }
        }
        return new DocumentCases(documents);
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (var document : documents) {
            bytes += Files.size(document);
        }
        return bytes;
    }

    /// Copies all files into one folder, as the yardstick reads them.
    void lay(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < documents.size(); i++) {
            Files.copy(documents.get(i), folder.resolve("%05d-%s".formatted(i, name(documents.get(i)))));
        }
    }

    /// Writes a sample folder.
    void write(Path sample) throws IOException {
        var partners = sample.resolve("partners");
        Files.createDirectories(partners.resolve("fieldnotes/outbox"));
        Files.createDirectories(partners.resolve("sharehub/share"));
        Files.createDirectories(sample.resolve("truth"));
        Files.writeString(sample.resolve("truth/ground-truth.jsonl"), "", StandardCharsets.UTF_8);
        var script = new StringBuilder(schema());
        var cases = new ArrayList<Map<String, Object>>();
        for (int first = 0; first < documents.size(); first += A_CASE) {
            cases.add(write(
                    first / A_CASE + 1,
                    documents.subList(first, Math.min(documents.size(), first + A_CASE)),
                    partners.resolve("casebase/files"),
                    script));
        }
        Files.writeString(partners.resolve("casebase/database.sql"), script, StandardCharsets.UTF_8);
        for (var line : cases) {
            Json.append(sample.resolve("truth/cases.jsonl"), line);
        }
    }

    private static Map<String, Object> write(int number, List<Path> files, Path store, StringBuilder script)
            throws IOException {
        var caseNumber = "BENCH-%05d".formatted(number);
        Files.createDirectories(store.resolve(caseNumber));
        var time = "2025-10-%02d 09:%02d:00".formatted(1 + number / 60 % 28, number % 60);
        script.append("INSERT INTO case_record VALUES ('%s', 'Bench', 'torture', 'en', NULL, TIMESTAMP '%s');%n"
                .formatted(caseNumber, time));
        script.append("INSERT INTO person VALUES ('%s', 'p1', 'complainant', 'female');%n".formatted(caseNumber));
        script.append(("INSERT INTO person_name VALUES"
                        + " ('%s', 'p1', 1, 'Quillivane Sabrethorn', 'Sabrethorn', 'Quillivane', NULL);%n")
                .formatted(caseNumber));
        int consent = 0;
        for (var use : List.of(List.of("iapb", "accountability"), List.of("un-examination", "un-examination"))) {
            script.append(("INSERT INTO consent VALUES"
                            + " ('%s', %d, 'p1', 'given', '2025-01-10', '%s', '%s', '*', FALSE, NULL);%n")
                    .formatted(caseNumber, ++consent, use.getFirst(), use.getLast()));
        }
        var exhibits = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < files.size(); i++) {
            var path = caseNumber + "/" + (i + 1) + "-" + name(files.get(i));
            Files.copy(files.get(i), store.resolve(path));
            script.append("INSERT INTO exhibit VALUES ('%s', %d, '%s', '%s', NULL);%n"
                    .formatted(caseNumber, i + 1, path, kind(path)));
            exhibits.add(Map.of("file", "partners/casebase/files/" + path, "kind", kind(path), "pages", 0));
        }
        var delivered = Map.of("outcome", "delivered", "permitted", List.of());
        return Map.of(
                "case",
                caseNumber,
                "partner",
                "casebase",
                "caseNumber",
                caseNumber,
                "recordValid",
                true,
                "exhibits",
                exhibits,
                "expected",
                Map.of("iapb", delivered, "un-examination", delivered));
    }

    /// A name that needs no quoting anywhere.
    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static String kind(String path) {
        var extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return PICTURES.contains(extension) ? "photograph" : VIDEOS.contains(extension) ? "video" : "document";
    }

    private static String schema() throws IOException {
        try (InputStream in = SampleNetwork.class.getResourceAsStream("network/casebase.sql")) {
            if (in == null) {
                throw new IOException("the sample's database schema is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
