package org.safepassage.hub.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quartz.CronExpression;
import org.safepassage.extract.records.Mapping;
import org.safepassage.hub.secrets.SecretReferences;
import org.safepassage.redact.classifier.ClassifierRecogniser;
import org.safepassage.redact.classifier.UnusableClassifier;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.pictures.UnusableFaceModel;
import org.safepassage.release.agreements.Agreement;
import org.safepassage.release.agreements.Agreements;
import org.safepassage.release.agreements.InvalidAgreementsException;

/// Checks a configuration folder together with everything it refers to: doors and their parameters, mappings,
/// agreements, policies, schedules. Contacts nobody.
public final class ConfigCheck {
    private static final int SHORTEST_BROKER_PASSWORD = 12;

    private final ConfigReader reader;
    private final SecretReferences secrets;

    /// @param environment where `${NAME}` is looked up
    /// @param secrets where `${secret:NAME}` and `${file:/path}` are
    public ConfigCheck(Map<String, String> environment, SecretReferences secrets) {
        this.reader = new ConfigReader(environment);
        this.secrets = secrets;
    }

    /// Everything that is wrong; empty when the folder is sound.
    ///
    /// @throws IOException when the folder cannot be read
    public List<ConfigProblem> problems(Path folder) throws IOException {
        return problems(reader.read(folder));
    }

    /// As [#problems(Path)], for files beside which no settings lie.
    public List<ConfigProblem> problems(Path folder, Settings settings) throws IOException {
        return problems(reader.read(folder, settings));
    }

    private List<ConfigProblem> problems(ConfigReader.Result read) throws IOException {
        return switch (read) {
            case ConfigReader.Result.Unsound unsound -> unsound.problems();
            case ConfigReader.Result.Sound sound -> beyond(sound.configuration());
        };
    }

    private List<ConfigProblem> beyond(Configuration configuration) throws IOException {
        var problems = new ArrayList<ConfigProblem>();
        var doors = new DoorCheck(configuration.folder(), secrets, problems);
        configuration.partners().values().forEach(partner -> {
            doors.check("partners/" + partner.name() + ".yaml", "", partner.connector(), partner.parameters());
            mapping(configuration.folder(), partner, problems);
        });
        configuration.recipients().values().forEach(recipient -> {
            recipient
                    .delivery()
                    .ifPresent(delivery -> doors.check(
                            "recipients/" + recipient.name() + ".yaml",
                            "/delivery",
                            delivery.connector(),
                            delivery.parameters()));
            recipient.brokerPassword().ifPresent(password -> brokerPassword(recipient, password, problems));
            if (!Files.isReadable(configuration.folder().resolve(recipient.publicKey()))) {
                problems.add(new ConfigProblem(
                        "recipients/" + recipient.name() + ".yaml",
                        0,
                        "/publicKey",
                        "no file can be read there: put the recipient's OpenPGP public key where it says"));
            }
        });
        policies(configuration.folder(), problems);
        classifier(configuration, problems);
        faceModel(configuration, problems);
        Agreements agreements = agreements(configuration.folder(), problems);
        configuration.exchanges().values().forEach(exchange -> exchange(exchange, agreements, problems));
        return problems;
    }

    private void brokerPassword(RecipientFile recipient, String password, List<ConfigProblem> problems) {
        String file = "recipients/" + recipient.name() + ".yaml";
        try {
            if (secrets.resolve(password).length() < SHORTEST_BROKER_PASSWORD)
                problems.add(new ConfigProblem(
                        file, 0, "/brokerPassword", "is shorter than " + SHORTEST_BROKER_PASSWORD + " characters"));
        } catch (IOException unknown) {
            problems.add(new ConfigProblem(file, 0, "/brokerPassword", String.valueOf(unknown.getMessage())));
        }
    }

    private static void mapping(Path folder, PartnerFile partner, List<ConfigProblem> problems) {
        try {
            Mapping.load(folder.resolve("mappings"), partner.mapping());
        } catch (NoSuchFileException missing) {
            problems.add(new ConfigProblem(
                    "partners/" + partner.name() + ".yaml",
                    0,
                    "/mapping",
                    "config/mappings needs " + partner.mapping() + ".jslt and " + partner.mapping() + ".schema.json"));
        } catch (IOException | IllegalArgumentException wrong) {
            problems.add(new ConfigProblem(
                    "partners/" + partner.name() + ".yaml", 0, "/mapping", String.valueOf(wrong.getMessage())));
        }
    }

    private static void policies(Path folder, List<ConfigProblem> problems) {
        try {
            Policies.load(folder.resolve("policies"));
        } catch (IOException | PolicyInvalid wrong) {
            problems.add(new ConfigProblem("policies", 0, "", String.valueOf(wrong.getMessage())));
        }
    }

    private static void classifier(Configuration configuration, List<ConfigProblem> problems) {
        try {
            Optional<Path> folder = configuration.classifier();
            if (folder.isPresent()) {
                ClassifierRecogniser.check(folder.get());
            }
        } catch (UnusableClassifier wrong) {
            problems.add(new ConfigProblem(
                    "application.yaml", 0, "/redaction/classifier", String.valueOf(wrong.getMessage())));
        }
    }

    private static void faceModel(Configuration configuration, List<ConfigProblem> problems) {
        try {
            Optional<Path> file = configuration.faceModel();
            if (file.isPresent()) {
                PictureSettings.defaults().withFaceModel(file.get());
            }
        } catch (UnusableFaceModel wrong) {
            problems.add(new ConfigProblem(
                    "application.yaml", 0, "/redaction/faceModel", String.valueOf(wrong.getMessage())));
        }
    }

    private static Agreements agreements(Path folder, List<ConfigProblem> problems) {
        try {
            return Agreements.load(folder.resolve("agreements"));
        } catch (IOException | InvalidAgreementsException wrong) {
            problems.add(new ConfigProblem("agreements", 0, "", String.valueOf(wrong.getMessage())));
            return Agreements.of(List.of());
        }
    }

    private static void exchange(ExchangeFile exchange, Agreements agreements, List<ConfigProblem> problems) {
        String file = "exchanges/" + exchange.name() + ".yaml";
        var agreement = agreements.find(exchange.agreement());
        if (agreement.isEmpty()) {
            problems.add(new ConfigProblem(
                    file,
                    0,
                    "/agreement",
                    "no agreement of this name; there are "
                            + agreements.all().stream().map(Agreement::name).toList()));
        } else if (!agreement.get().partner().equals(exchange.partner())
                || !agreement.get().recipient().equals(exchange.recipient())) {
            problems.add(new ConfigProblem(
                    file,
                    0,
                    "/agreement",
                    "the agreement names another partner or recipient: every case file would be refused"));
        }
        exchange.schedule().ifPresent(schedule -> {
            if (!CronExpression.isValidExpression(schedule.cron())) {
                problems.add(new ConfigProblem(
                        file, 0, "/schedule/cron", "is no Quartz cron expression: six or seven fields, seconds first"));
            }
            if (!java.time.ZoneId.getAvailableZoneIds().contains(schedule.zone())) {
                problems.add(new ConfigProblem(
                        file, 0, "/schedule/zone", "is no time zone; write it like Europe/Copenhagen"));
            }
        });
    }
}
