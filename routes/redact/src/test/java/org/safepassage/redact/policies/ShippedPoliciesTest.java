package org.safepassage.redact.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.People;
import org.safepassage.redact.TextRedactor;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// What each shipped policy makes of one page, in three languages. Mentions stand between `<TYPE` or `<TYPE person` and
/// `>`; codes are shown as W, C and P.
class ShippedPoliciesTest {
    private static final Person WITNESS = People.person("W", Role.WITNESS, Sex.FEMALE, "Сосна Вера Ильинична");
    private static final Person COMPLAINANT = People.person("C", Role.COMPLAINANT, Sex.MALE, "Лазарь Кирилл");
    private static final Person PERPETRATOR =
            People.person("P", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Громов Степан Ильич");
    private static final Pattern MARKED = Pattern.compile("<([A-Z.]+)(?: (\\w))?\\|([^>]*)>");

    private static final Map<String, Role> ROLES =
            Map.of("W", Role.WITNESS, "C", Role.COMPLAINANT, "P", Role.ALLEGED_PERPETRATOR);

    private static final String RUSSIAN = """
            <DATE|9 августа 2020 года> <PERSON C|Кирилла Лазаря> задержали в <LOCATION|Барановичах>.
            <PERSON P|Громов С.И.> бил его, это видела <PERSON W|Вера Сосна>. Потом <PERSON W|Сосне> угрожал <PERSON P|Громов>.
            Ему <QUANTITY.AGE|34 года>, он <DEMOGRAPHIC.PROFESSION|учитель>, родился <DATE.BIRTH|12.05.1986>.
            Телефон <CONTACT.PHONE|+375 29 000-00-01>, рядом был <PERSON|Пётр>.
            """;
    private static final String BELARUSIAN = """
            <DATE|9 жніўня 2020 года> <PERSON C|Кірыла Лазара> затрымалі ў <LOCATION|Баранавічах>.
            Пра гэта сказалі <PERSON W|Веры Сасне>. Побач з <PERSON C|Лазарам> стаяў <PERSON P|Громаў>.
            """;
    private static final String ENGLISH = """
            On <DATE|9 August 2020> <PERSON C|Kiryl Lazar> was held in <LOCATION|Baranavichy>.
            <PERSON P|S. Hromau> beat him. <PERSON W|Viera Sasna> saw it.
            """;

    @Test
    void aForensicExpertReadsWhatWasDoneAndToWhichRoleOnly() throws Exception {
        assertThat(redact("forensic-expert", "ru", RUSSIAN)).isEqualTo("""
                        9 августа 2020 года заявителя C задержали в Барановичах.
                        Предполагаемый виновный P бил его, это видела свидетельница W. Потом свидетельнице W угрожал предполагаемый виновный P.
                        Ему 34 года, он учитель, родился 1986.
                        Телефон [контакт], рядом был [имя].
                        """);
        assertThat(redact("forensic-expert", "be", BELARUSIAN)).isEqualTo("""
                        9 жніўня 2020 года заяўніка C затрымалі ў Баранавічах.
                        Пра гэта сказалі сведцы W. Побач з заяўнікам C стаяў меркаваны вінаваты P.
                        """);
        assertThat(redact("forensic-expert", "en", ENGLISH)).isEqualTo("""
                        On 9 August 2020 complainant C was held in Baranavichy.
                        Alleged perpetrator P beat him. Witness W saw it.
                        """);
    }

    @Test
    void aPublicReportTellsRegionsMonthsBandsAndGroupsAndNobodysSex() throws Exception {
        assertThat(redact("public-report", "ru", RUSSIAN)).isEqualTo("""
                        2020-08 заявителя C задержали в [Брестская область].
                        Предполагаемый виновный P бил его, это видела [имя]. Потом [имя] угрожал предполагаемый виновный P.
                        Ему [25–34 года], он [работник образования], родился [дата].
                        Телефон [контакт], рядом был [имя].
                        """);
        assertThat(redact("public-report", "en", ENGLISH)).isEqualTo("""
                        On 2020-08 complainant C was held in [Brest Region].
                        Alleged perpetrator P beat him. [name] saw it.
                        """);
    }

    @Test
    void theAccountabilityPlatformReadsWhoDidIt() throws Exception {
        assertThat(redact("accountability-platform", "ru", RUSSIAN)).isEqualTo("""
                        9 августа 2020 года Лицо C задержали в Барановичах.
                        Громов С.И. бил его, это видела Лицо W. Потом Лицу W угрожал Громов.
                        Ему 34 года, он учитель, родился [дата].
                        Телефон [контакт], рядом был [имя].
                        """);
    }

    @Test
    void theUnMechanismReadsItByTheMonth() throws Exception {
        assertThat(redact("un-mechanism", "be", BELARUSIAN)).isEqualTo("""
                        2020-08 Асоба C затрымалі ў Баранавічах.
                        Пра гэта сказалі Асобе W. Побач з Асобай C стаяў Громаў.
                        """);
    }

    private static String redact(String name, String language, String marked) throws Exception {
        var mentions = new ArrayList<Mention>();
        var text = new StringBuilder();
        Matcher matcher = MARKED.matcher(marked);
        int done = 0;
        while (matcher.find()) {
            text.append(marked, done, matcher.start());
            int start = text.length();
            text.append(matcher.group(3));
            String person = matcher.group(2);
            Role role = person == null ? null : ROLES.get(person);
            mentions.add(new Mention(start, text.length(), matcher.group(1), person, role, 1, "test"));
            done = matcher.end();
        }
        text.append(marked.substring(done));
        var maker = new PseudonymMaker(new MemoryRegister());
        Policy policy = Policies.load(Path.of(System.getProperty("safepassage.root"), "config", "policies"))
                .find(name)
                .orElseThrow();
        var allowance = new Allowance(policy, Set.of(), List.of(WITNESS, COMPLAINANT, PERPETRATOR), maker, "");
        String redacted = new TextRedactor()
                .redact(text.toString(), language, "", mentions, allowance)
                .text();
        for (String person : ROLES.keySet()) {
            redacted = redacted.replace(
                    maker.of(person, "PERSON", Sex.UNKNOWN, "en").substring(7), person);
        }
        return redacted;
    }
}
