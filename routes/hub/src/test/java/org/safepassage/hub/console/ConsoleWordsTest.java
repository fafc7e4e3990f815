package org.safepassage.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/// The console's words are all there, and schedules are told in them.
class ConsoleWordsTest {
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z.]*)[(}]");

    private final ScheduleChoice schedules = new ScheduleChoice(messages());

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Test
    void everyWordOfATemplateIsInTheBundle() throws IOException {
        // Given
        var bundle = new Properties();
        try (var in = ConsoleWordsTest.class.getResourceAsStream("/messages.properties")) {
            assertThat(in).isNotNull();
            bundle.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }
        // When
        var used = new TreeSet<String>();
        try (Stream<Path> templates = Files.list(
                Path.of(System.getProperty("safepassage.root"), "routes/hub/src/main/resources/templates"))) {
            for (Path template : templates.toList()) {
                KEY.matcher(Files.readString(template)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        // Then
        assertThat(used).hasSizeGreaterThan(80);
        assertThat(bundle.stringPropertyNames()).containsAll(used);
    }

    @Test
    void aScheduleIsToldInWords() {
        String zone = "Europe/Minsk";
        assertThat(schedules.words("0 30 2 ? * MON-FRI", zone, Locale.ENGLISH))
                .isEqualTo("Monday to Friday at 02:30, Europe/Minsk");
        assertThat(schedules.words("0 0 4 ? * SUN", zone, Locale.ENGLISH)).isEqualTo("Sunday at 04:00, Europe/Minsk");
        assertThat(schedules.words("0 5 13 * * ?", zone, Locale.ENGLISH)).isEqualTo("Every day at 13:05, Europe/Minsk");
        assertThat(schedules.words("0 0/30 * ? * *", zone, Locale.ENGLISH)).isEqualTo("Every 30 minutes, Europe/Minsk");
        assertThat(schedules.words("0 15 * ? * *", zone, Locale.ENGLISH))
                .isEqualTo("Every hour at minute 15, Europe/Minsk");
        assertThat(schedules.words("0 0 4 1 * ?", zone, Locale.ENGLISH)).contains("0 0 4 1 * ?");
    }

    @Test
    void everyChoiceOfAScheduleIsACronExpressionThatRuns() {
        for (String choice : ScheduleChoice.CHOICES) {
            String cron = ScheduleChoice.cron(choice, "02:30", "0 0 5 ? * *");
            if (choice.equals("none")) assertThat(cron).isEmpty();
            else
                assertThat(ScheduleChoice.next(cron, "Europe/Minsk", Instant.parse("2026-11-24T09:00:00Z")))
                        .as(choice)
                        .hasSize(3);
        }
        assertThat(ScheduleChoice.next("every day", "Europe/Minsk", Instant.EPOCH))
                .isEmpty();
        assertThat(ScheduleChoice.next("0 0 5 ? * *", "Minsk", Instant.EPOCH)).isEmpty();
    }

    @Test
    void theNameOfASecretFitsTheStoreWhateverThePartnerIsCalled() {
        assertThat(FormSecrets.name("office", "privateKey")).isEqualTo("office-private-key");
        assertThat(FormSecrets.name("a".repeat(40), "clientCertificatePassphrase"))
                .matches("[a-z][a-z0-9-]{0,59}")
                .isNotEqualTo(FormSecrets.name("a".repeat(40), "clientCertificatePassword"));
    }

    @Test
    void aFileKeepsItsOrderAndReferencesStandWithoutQuotes() {
        // Given
        String earlier = "connector: x\nparameters:\n  user: a\n  host: b\nlabel: old\n";
        // When
        String fresh = YamlText.inOrderOf(
                earlier, "label: \"yes\"\nconnector: x\nparameters:\n  host: b\n  key: ${secret:north}\n  user: a\n");
        // Then
        assertThat(fresh)
                .isEqualTo("connector: x\nparameters:\n  user: a\n  host: b\n  key: ${secret:north}\nlabel: \"yes\"\n");
    }

    @Test
    void aMapIsWrittenALineEach() {
        var read = ObjectLines.read("case: SELECT a\n  FROM b: c\nperson: SELECT 1");
        assertThat(read).containsEntry("person", "SELECT 1");
        assertThat(ObjectLines.read(ObjectLines.write(read))).isEqualTo(read);
    }
}
