package org.safepassage.hub.console;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.KameletParameters;
import org.safepassage.connectors.derived.ConnectorCatalogue;
import org.safepassage.hub.configuration.AppliedState;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.doors.ConfiguredDoors;
import org.safepassage.hub.revisions.ConfigChanges;
import org.springframework.util.MultiValueMap;

/// Partners as they are being filled in: taken from what a browser sent or from the file that runs, checked as `config
/// check` does, tried and applied. Safe for several threads.
final class PartnerDrafts {
    private final RunningConfiguration running;
    private final ConfigChanges changes;
    private final FormSecrets secrets;
    private final ConfiguredDoors doors;
    private final DoorTrials trials;

    PartnerDrafts(
            RunningConfiguration running,
            ConfigChanges changes,
            FormSecrets secrets,
            ConfiguredDoors doors,
            DoorTrials trials) {
        this.running = running;
        this.changes = changes;
        this.secrets = secrets;
        this.doors = doors;
        this.trials = trials;
    }

    /// What runs.
    AppliedState state() {
        return running.state();
    }

    /// The connectors from which case files can be pulled.
    java.util.List<KameletParameters> sources() throws IOException {
        var all = new java.util.ArrayList<KameletParameters>();
        ConnectorCatalogue connectors = connectors();
        for (String name : connectors.names()) {
            if (connectors.gives(name)) all.add(connectors.parameters(name));
        }
        return all;
    }

    /// What a connector says of itself.
    ///
    /// @throws DoorProblem when there is none of this name
    KameletParameters connector(String name) throws IOException {
        return connectors().parameters(name);
    }

    private ConnectorCatalogue connectors() throws IOException {
        return ConnectorCatalogue.of(running.now().folder().resolve(Configuration.KAMELETS), HubSide.none());
    }

    /// The form that a browser sent, with its secrets stored.
    ///
    /// @param name of the partner that is changed; empty for a new one, which has its name in the form
    PartnerForm sent(String name, MultiValueMap<String, String> sent, FieldErrors errors) throws IOException {
        PostedForm fields = PostedForm.of(sent);
        KameletParameters connector = connector(fields.text("connector"));
        for (var parameter : connector.parameters()) {
            if (parameter.type().equals("boolean")
                    && fields.parameter(parameter.name()).isEmpty())
                fields = fields.with(PostedForm.PARAMETER + parameter.name(), "false");
        }
        String wanted = name.isEmpty() ? fields.text("name") : name;
        if (name.isEmpty()) name(wanted, errors);
        if (!fields.has("mapping") && !fields.has("jslt")) errors.at("mapping", "choose one, or paste one below");
        if (!fields.has("caseNumber")) errors.at("caseNumber", "is missing");
        if (fields.has("exchange.recipient") && !fields.has("exchange.purpose"))
            errors.at("exchange.purpose", "is missing");
        var form = new PartnerForm(wanted, connector, fields);
        return errors.at("name").isEmpty()
                ? secrets.keep(form, changes.applied(), errors)
                : new PartnerForm(wanted, connector, fields.withoutTyped());
    }

    private void name(String wanted, FieldErrors errors) {
        if (!ConfigReader.isName(wanted)) {
            errors.at(
                    "name",
                    "has a-z, 0-9 and hyphens, begins with a letter and has at most 40; a secret that you"
                            + " typed was not kept, type it again");
        } else if (running.now().partners().containsKey(wanted)) {
            errors.at("name", "is the name of another partner; a secret that you typed was not kept, type it again");
        }
    }

    /// The form of a partner that runs.
    ///
    /// @throws java.util.NoSuchElementException when no partner has this name
    PartnerForm running(String name) throws IOException {
        var partner = running.now().partner(name);
        var content = YamlText.read(changes.applied().texts().getOrDefault("partners/" + name + ".yaml", ""));
        KameletParameters connector = connector(partner.connector());
        var values = new LinkedHashMap<String, String>();
        for (String key : java.util.List.of("label", "connector", "mapping", "caseNumber"))
            values.put(key, content.path(key).asText());
        content.path("limits")
                .properties()
                .forEach(limit -> values.put(
                        PostedForm.LIMIT + limit.getKey(), limit.getValue().asText()));
        var maps = new LinkedHashMap<String, Map<String, String>>();
        content.path("parameters").properties().forEach(given -> {
            String key = given.getKey();
            int dot = key.indexOf('.');
            if (dot < 0) values.put(PostedForm.PARAMETER + key, given.getValue().asText());
            else
                maps.computeIfAbsent(key.substring(0, dot), fresh -> new LinkedHashMap<>())
                        .put(key.substring(dot + 1), given.getValue().asText());
        });
        maps.forEach((key, entries) -> values.put(PostedForm.PARAMETER + key, ObjectLines.write(entries)));
        return new PartnerForm(name, connector, new PostedForm(values));
    }

    /// What applying the form would change, and what speaks against it, told at its fields.
    ConfigChanges.Prospect prospect(PartnerForm form, FieldErrors errors) throws IOException {
        var prospect = changes.prospect(files(form));
        errors.of(prospect.problems(), form);
        return prospect;
    }

    private Map<String, Optional<String>> files(PartnerForm form) {
        var files = new LinkedHashMap<>(form.files());
        String earlier = changes.applied().texts().getOrDefault(form.partnerPath(), "");
        files.computeIfPresent(
                form.partnerPath(), (path, text) -> text.map(fresh -> YamlText.inOrderOf(earlier, fresh)));
        return files;
    }

    /// Tries the door as the form has it.
    Optional<DoorTrials.Trial> test(PartnerForm form, FieldErrors errors, String who) throws IOException {
        return asDrafted(
                form,
                errors,
                configuration -> trials.partner(doors, configuration, form.name(), form.asksForHostKey(), who));
    }

    /// Shows what the first case files would become.
    Optional<ShownCases> preview(PartnerForm form, int most, FieldErrors errors, String who) throws IOException {
        return asDrafted(form, errors, configuration -> trials.preview(doors, configuration, form.name(), most, who));
    }

    private interface Asked<T> {
        T of(Configuration configuration) throws IOException;
    }

    private <T> Optional<T> asDrafted(PartnerForm form, FieldErrors errors, Asked<T> asked) throws IOException {
        Optional<Configuration> drafted = changes.read(form.filesForTrial());
        if (drafted.isEmpty()) {
            errors.of(changes.prospect(form.filesForTrial()).problems(), form);
            return Optional.empty();
        }
        try {
            return Optional.of(asked.of(drafted.get()));
        } catch (DoorProblem problem) {
            if (problem.complaints().isEmpty()) errors.beside(DoorTrials.words(problem));
            else errors.door(problem);
        } catch (IOException failed) {
            errors.beside(DoorTrials.words(failed));
        } finally {
            changes.forget(form.filesForTrial());
        }
        return Optional.empty();
    }

    /// Applies the form in one revision.
    ConfigChanges.Result apply(PartnerForm form, String who, String why) throws IOException {
        return changes.edit(files(form), who, why);
    }

    /// Forgets what a form that is given up has left in the store.
    void discard(PartnerForm form) throws IOException {
        if (!running.now().partners().containsKey(form.name())) secrets.discard(form, changes.applied());
    }
}
