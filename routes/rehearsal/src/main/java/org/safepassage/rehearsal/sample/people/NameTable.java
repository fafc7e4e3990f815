package org.safepassage.rehearsal.sample.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.safepassage.schemas.Sex;

/// The tables of given names and surnames, read once from the resources beside this class. Immutable.
public final class NameTable {
    private static final List<GivenName> GIVEN =
            rows("given-names.tsv").map(GivenName::of).toList();
    private static final List<FamilyName> FAMILY =
            rows("surnames.tsv").map(FamilyName::of).toList();

    private NameTable() {}

    /// Given names of one sex.
    public static List<GivenName> given(Sex sex) {
        return GIVEN.stream().filter(name -> name.sex() == sex).toList();
    }

    /// Names that fathers can have: those with patronymics.
    public static List<GivenName> fathers() {
        return GIVEN.stream()
                .filter(name -> !name.belarusianPatronymics().isEmpty())
                .toList();
    }

    /// All surnames.
    public static List<FamilyName> family() {
        return FAMILY;
    }

    /// One given name in both languages.
    ///
    /// @param belarusianPatronymics of a son and of a daughter; empty when the name gives none here
    /// @param russianPatronymics likewise
    public record GivenName(
            Sex sex,
            String belarusian,
            String russian,
            List<String> belarusianDiminutives,
            List<String> russianDiminutives,
            List<String> belarusianPatronymics,
            List<String> russianPatronymics) {
        private static GivenName of(List<String> row) {
            return new GivenName(
                    row.get(0).equals("m") ? Sex.MALE : Sex.FEMALE,
                    row.get(1),
                    row.get(2),
                    listed(row.get(3)),
                    listed(row.get(4)),
                    listed(row.get(5)),
                    listed(row.get(6)));
        }
    }

    /// One surname in both languages and for both sexes.
    public record FamilyName(String belarusianMan, String belarusianWoman, String russianMan, String russianWoman) {
        private static FamilyName of(List<String> row) {
            return new FamilyName(row.get(0), row.get(1), row.get(2), row.get(3));
        }
    }

    private static List<String> listed(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(",", -1));
    }

    private static Stream<List<String>> rows(String resource) {
        return read(NameTable.class, resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)));
    }

    /// The text of a resource beside a class, in UTF-8.
    public static String read(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource missing: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
