package org.safepassage.rehearsal.sample.network;

import java.time.LocalDate;
import java.util.List;
import org.safepassage.rehearsal.sample.language.Scene;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.people.Town;
import org.safepassage.rehearsal.sample.truth.Planted;
import org.safepassage.schemas.Consent.Status;

/// A whole case as its partner knows it, before it is written in the partner's own shape.
///
/// @param plan what it holds
/// @param scene who and what it is about
/// @param title the record's title, with names in it
/// @param events what happened
/// @param statements what persons said
/// @param examinations what was found
/// @param consents what persons allow
/// @param exhibits files of the first version
/// @param later files that only the second version has
/// @param laterStatement what the second version adds to the record
/// @param planted what stands in the record's own texts
/// @param plantedLater what stands in the second version's additional text
public record CaseStory(
        CasePlan plan,
        Scene scene,
        String title,
        List<Happening> events,
        List<Saying> statements,
        List<Finding> examinations,
        List<Permission> consents,
        List<ExhibitFile> exhibits,
        List<ExhibitFile> later,
        Saying laterStatement,
        List<Planted> planted,
        List<Planted> plantedLater) {
    public CaseStory {
        events = List.copyOf(events);
        statements = List.copyOf(statements);
        examinations = List.copyOf(examinations);
        consents = List.copyOf(consents);
        exhibits = List.copyOf(exhibits);
        later = List.copyOf(later);
        planted = List.copyOf(planted);
        plantedLater = List.copyOf(plantedLater);
    }

    /// Persons whom the record lists.
    public List<Persona> recorded() {
        return scene.cast().values().stream().filter(Persona::recorded).toList();
    }

    /// An event; the date stands as the partner wrote it.
    public record Happening(String kind, String date, Town town, Town.Station station, String description) {}

    /// A statement in a person's words.
    public record Saying(String personId, String language, String taken, String words) {}

    /// An examination by medical staff.
    public record Finding(String personId, String examinerId, String date, String findings) {}

    /// A consent; each scope is for one recipient.
    public record Permission(String personId, Status status, LocalDate given, List<PermittedUse> scopes) {
        public Permission {
            scopes = List.copyOf(scopes);
        }
    }

    /// What a consent allows to one recipient.
    ///
    /// @param until ISO 8601, empty for open-ended
    public record PermittedUse(
            String recipient, String purpose, List<String> categories, boolean byName, String until) {
        public PermittedUse {
            categories = List.copyOf(categories);
        }
    }
}
