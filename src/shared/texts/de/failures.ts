/** Was schiefging und was zu tun ist. `{name}` ist, worum es ging: der Name einer Datei oder eines der `subjects`. */

import { refusedKinds } from './refused-kinds.ts'

export const failures = {
  knownKind: {
    message: '{name} ist {kind}; das kann Storyglass nicht lesen.',
    hint: 'Damit eine Story daraus wird: {advice}.',
  },
  refusedKinds,
  reasons: {
    file_missing: {
      message: '{name} ist nicht mehr da, wo die Datei war.',
      hint: 'Vielleicht wurde sie verschoben, umbenannt oder gelöscht. Bitte suchen und noch einmal ablegen.',
    },
    file_unreadable: {
      message: '{name} ließ sich nicht zum Lesen öffnen.',
      hint: 'Bitte prüfen, ob die Datei gelesen werden darf und kein anderes Programm sie sperrt; dann noch einmal versuchen.',
    },
    file_changed: {
      message: '{name} hat sich während des Lesens geändert.',
      hint: 'Bitte warten, bis das schreibende Programm fertig ist, und die Datei dann noch einmal ablegen.',
    },
    is_folder: {
      message: '{name} ist ein Ordner, keine Datei.',
      hint: 'Bitte den Ordner öffnen und die Dateien darin ablegen. Auf der Befehlszeile macht `tell ORDNER --as-one` aus Dateien mit denselben Spalten eine einzige Tabelle.',
    },
    empty_file: {
      message: '{name} ist leer.',
      hint: 'Die Datei hat keinen Inhalt. Bitte aus dem ursprünglichen Programm noch einmal exportieren.',
    },
    no_rows: {
      message: '{name} hat eine Kopfzeile, aber keine Zeilen darunter.',
      hint: 'Noch gibt es nichts zu erzählen. Bitte prüfen, ob der Export die Daten enthält.',
    },
    not_a_table: {
      message: '{name} enthält keine erkennbare Tabelle.',
      hint: 'Storyglass sucht nach Zeilen und Spalten. Bitte nachsehen, was in der Datei steht, und sie als CSV oder Excel speichern.',
    },
    unsupported_kind: {
      message: '{name} ist von einer Art, die Storyglass nicht lesen kann.',
      hint: 'Aus Tabellen ({tables}) werden Storys, Dokumente ({documents}) lassen sich lesen. Bitte in einem dieser Formate speichern und diese Datei verwenden.',
    },
    binary_file: {
      message: '{name} ist keine Textdatei, was auch immer der Name sagt.',
      hint: 'Der Inhalt ist binär. Bitte aus dem ursprünglichen Programm als CSV, Excel oder PDF exportieren.',
    },
    encrypted_workbook: {
      message: '{name} ist mit einem Passwort geschützt.',
      hint: 'Bitte das Passwort eingeben. Oder in Excel öffnen, das Passwort entfernen (Datei › Informationen › Arbeitsmappe schützen), speichern und noch einmal ablegen.',
    },
    encrypted_document: {
      message: '{name} ist mit einem Passwort geschützt.',
      hint: 'Bitte das Passwort eingeben oder im gewohnten Programm eine Kopie ohne Passwort speichern und diese verwenden.',
    },
    damaged_document: {
      message: '{name} ist beschädigt und lässt sich nicht als Dokument lesen.',
      hint: 'Wenn ein anderes Programm die Datei noch öffnet: von dort in eine neue Datei drucken oder exportieren und diese verwenden.',
    },
    old_document: {
      message: '{name} ist ein Dokument älterer Art (etwa Word 97–2003, .doc).',
      hint: 'Bitte in Word oder LibreOffice öffnen, als .docx oder PDF speichern und diese Datei verwenden.',
    },
    not_a_document: {
      message: '{name} ist kein Dokument, das Storyglass lesen kann.',
      hint: 'Gelesen werden {documents}. Bitte in einem dieser Formate speichern und diese Datei verwenden.',
    },
    old_workbook: {
      message: '{name} ist eine Arbeitsmappe von Excel 97–2003 (.xls).',
      hint: 'Bitte in Excel oder LibreOffice öffnen, als .xlsx speichern und diese Datei ablegen.',
    },
    not_a_workbook: {
      message: '{name} ist ein Archiv, enthält aber keine Arbeitsmappe.',
      hint: 'Falls es eine Zip-Datei ist: entpacken und die Dateien darin ablegen.',
    },
    damaged_workbook: {
      message: '{name} ist beschädigt und lässt sich nicht als Arbeitsmappe lesen.',
      hint: 'Bitte in Excel öffnen, reparieren lassen, unter neuem Namen speichern und diese Datei ablegen.',
    },
    damaged_archive: {
      message: '{name} ist beschädigt und lässt sich nicht entpacken.',
      hint: 'Vielleicht wurde die Datei nicht bis zum Ende kopiert. Bitte noch einmal kopieren oder herunterladen, oder mit einem anderen Programm entpacken und die Dateien darin verwenden.',
    },
    encrypted_archive: {
      message: '{name} enthält Dateien, die mit einem Passwort geschützt sind.',
      hint: 'Bitte mit dem Programm entpacken, das sie gepackt hat, und die Dateien darin verwenden.',
    },
    nested_archive: {
      message: '{name} enthält Archive in Archiven; diese werden nicht entpackt.',
      hint: 'Bitte einmal entpacken und verwenden, was darin ist. Das innere Archiv ist unten genannt.',
    },
    crowded_archive: {
      message: '{name} enthält mehr Dateien, als sich zusammen lesen lassen.',
      hint: 'Bitte entpacken und die Dateien verwenden, um die es gehen soll.',
    },
    nothing_readable: {
      message: '{name} enthält nichts, was Storyglass lesen kann.',
      hint: 'Gesucht wird nach Tabellen ({tables}) und Dokumenten ({documents}). Was darin ist, steht unten.',
    },
    several_documents: {
      message: '{name} enthält mehrere Dokumente; gelesen wird immer nur eines.',
      hint: 'Bitte eines der unten genannten mit --sheet angeben oder das Archiv entpacken und das gewünschte verwenden.',
    },
    damaged_text: {
      message: '{name} ließ sich nicht bis zum Ende als Tabelle lesen.',
      hint: 'An der unten genannten Stelle ergeben die Zeilen keinen Sinn mehr. Bitte die Datei dort prüfen oder noch einmal exportieren.',
    },
    records_lost: {
      message: '{name}: Nicht jede Zeile ist angekommen; deshalb wird nichts darüber gesagt.',
      hint: 'Das ist ein Fehler von Storyglass, nicht der Datei. Bitte mit den Einzelheiten unten melden.',
    },
    hostile_content: {
      message: '{name} wird beim Entpacken weit größer, als es bei dieser Dateigröße sein dürfte.',
      hint: 'Solche Dateien sollen einen Rechner erschöpfen. Wer ihr traut, öffnet sie im ursprünglichen Programm und speichert sie neu.',
    },
    too_large: {
      message: '{name} ist größer, als sich auf diesem Rechner lesen lässt.',
      hint: 'Bitte in Teile zerlegen oder nur die benötigten Spalten oder Seiten exportieren.',
    },
    too_slow: {
      message: '{name} braucht zum Lesen länger als jede unversehrte Datei.',
      hint: 'Vielleicht ist sie beschädigt oder soll einen Rechner beschäftigt halten. Bitte aus dem ursprünglichen Programm noch einmal exportieren.',
    },
    too_much_memory: {
      message: '{name} verlangt mehr Speicher, als eine Datei dieser Größe bekommt.',
      hint: 'Vielleicht ist sie beschädigt oder soll einen Rechner erschöpfen. Bitte aus dem ursprünglichen Programm noch einmal exportieren oder nur einen Teil davon verwenden.',
    },
    too_much_output: {
      message: '{name} ergibt weit mehr, als eine Datei dieser Größe ergeben sollte.',
      hint: 'Vielleicht soll sie eine Festplatte füllen. Was davon geschrieben war, ist wieder gelöscht. Bitte nur die benötigten Zeilen, Spalten oder Seiten exportieren.',
    },
    no_such_sheet: {
      message: '{name} hat kein Blatt dieses Namens.',
      hint: 'Ohne Angabe eines Blattes werden alle gelesen; sonst bitte eines der unten genannten wählen.',
    },
    not_as_told: {
      message: '{name} lässt sich so nicht lesen, wie es angegeben ist.',
      hint: 'Bitte die Option weglassen oder mit `storyglass read DATEI --explain` nachsehen, wie ohne sie gelesen wird.',
    },
    no_such_column: {
      message: '{name} hat keine Spalte dieses Namens.',
      hint: 'Namen gelten wie in der Datei, mit Großbuchstaben und Leerzeichen. Die vorhandenen stehen unten.',
    },
    target_constant: {
      message:
        '{name} hat eine Spalte mit demselben Wert in jeder erzählten Zeile, sodass nichts damit einhergehen kann.',
      hint: 'Von einer anderen Spalte handeln lassen oder mehr Zeilen erzählen. Welche Spalte es ist, steht unten.',
    },
    join_impossible: {
      message: 'Die Tabellen von {name} lassen sich so nicht zusammen erzählen.',
      hint: 'Ein Schlüssel wird TABELLE.SPALTE=TABELLE.SPALTE geschrieben, und auf einer der beiden Seiten darf jeder Wert nur in einer Zeile stehen. Was im Weg steht, steht unten.',
    },
    comparison_impossible: {
      message: 'Die beiden Teile von {name} lassen sich nicht vergleichen.',
      hint: 'Jeder muss Zeilen haben, und keine Zeile darf in beiden sein. Was im Weg steht, steht unten.',
    },
    role_impossible: {
      message: '{name} hat eine Spalte, die nicht sein kann, was verlangt wurde.',
      hint: 'Nur Zahlen können eine Messgröße sein, nur Daten oder Jahre eine Zeitangabe.',
    },
    type_impossible: {
      message: '{name} hat eine Spalte, die sich nicht so lesen lässt wie verlangt.',
      hint: 'Die meisten ihrer Werte müssen so lesbar sein. Welche es nicht sind, steht unten; ohne --type entscheiden die Werte.',
    },
    name_impossible: {
      message: 'Eine Spalte von {name} kann nicht so heißen.',
      hint: 'Ein Name hat 1 bis 80 Zeichen, und keine andere Spalte der Tabelle darf ihn haben, auch nicht in anderer Groß- oder Kleinschreibung. Was im Weg steht, steht unten.',
    },
    order_impossible: {
      message: 'Die Kategorien einer Spalte von {name} lassen sich nicht so ordnen.',
      hint: 'Eine Reihenfolge nennt Kategorien, die in der Spalte stehen, so wie sie dort stehen. Welche es nicht tun, steht unten.',
    },
    condition_unreadable: {
      message: '{name}: Aus der Bedingung geht nicht hervor, welche Zeilen gemeint sind.',
      hint: 'So wird sie geschrieben: region = Nord and (alter >= 30 or alter is missing), größe in (S, M), tag between 2020-01-01 and 2020-06-30. Namen und Werte mit „and“, „or“ oder „in“ gehören in Anführungszeichen.',
    },
    no_rows_left: {
      message: '{name} hat keine Zeile, die die Bedingung erfüllt.',
      hint: 'Werte werden so verglichen, wie sie in der Datei stehen, auch nach Groß- und Kleinschreibung. Die Bedingung steht unten.',
    },
    bad_path: {
      message: 'Dieser Pfad ist nicht zu verwenden.',
      hint: 'Bitte die Datei oder den Ordner noch einmal wählen. Was daran nicht stimmt, steht unten.',
    },
    file_exists: {
      message: 'Eine Datei dieses Namens gibt es schon, und sie blieb, wie sie ist.',
      hint: 'Bitte einen anderen Namen wählen. Auf der Kommandozeile ersetzt --force die unten genannte Datei.',
    },
    format_unfit: {
      message: '{name} wurde als Dokument gelesen, und was ein Dokument sagt, wird in dieser Form nicht geschrieben.',
      hint: 'Bitte eine der unten genannten Formen wählen.',
    },
    no_browser_to_print: {
      message: 'Auf diesem Rechner gibt es keinen Browser, der {name} als PDF drucken könnte.',
      hint: 'Chromium, Chrome oder Edge installieren oder das Programm eines solchen in STORYGLASS_CHROMIUM nennen; oder eine Webseite exportieren und diese drucken.',
    },
    print_failed: {
      message: '{name} ließ sich nicht als PDF drucken.',
      hint: 'Was der Browser dazu sagt, steht unten. Bitte noch einmal versuchen oder eine Webseite exportieren und diese drucken.',
    },
    worker_died: {
      message: '{name}: Der Teil von Storyglass, der daran arbeitete, ist unerwartet stehen geblieben.',
      hint: 'Es wird noch einmal versucht, von dem Schritt an, der erreicht war.',
    },
    out_of_memory: {
      message: '{name}: Der Speicher reichte nicht, um fortzufahren.',
      hint: 'Bitte andere Programme schließen und es noch einmal versuchen oder einen kleineren Teil der Datei verwenden.',
    },
    disk_full: {
      message: 'Die Festplatte ist voll.',
      hint: 'Bitte Platz schaffen und es noch einmal versuchen. Nichts Vorhandenes ist verloren.',
    },
    disk_read_only: {
      message: 'In den Ordner der Bibliothek kann nicht geschrieben werden.',
      hint: 'Bitte die Rechte des unten genannten Ordners prüfen und es noch einmal versuchen.',
    },
    disk_not_permitted: {
      message: 'Storyglass darf den Ordner der Bibliothek nicht verwenden.',
      hint: 'Der Ordner oder eine Datei darin gehört jemand anderem. Bitte das Recht zum Ändern einräumen oder mit --data-dir einen anderen Ordner wählen.',
    },
    data_folder_odd: {
      message:
        'Im Ordner der Bibliothek steht etwas anderes, wo eine Datei oder ein Ordner von Storyglass sein sollte.',
      hint: 'Bitte das unten Genannte verschieben und neu starten oder mit --data-dir einen anderen Ordner wählen. Nichts wurde geändert.',
    },
    disk_error: {
      message: 'Auf der Festplatte ließ sich nicht lesen oder schreiben.',
      hint: 'Bitte prüfen, ob sie angeschlossen und in Ordnung ist. Es wird noch einmal versucht; nichts Vorhandenes ist verloren.',
    },
    library_busy: {
      message: 'Die Bibliothek war zu lange beschäftigt.',
      hint: 'Vielleicht verwendet ein anderes Programm ihre Dateien. Es wird noch einmal versucht.',
    },
    library_in_use: {
      message: 'Ein anderes Storyglass verwendet diese Bibliothek bereits.',
      hint: 'Bitte jenes verwenden, es erst schließen oder mit --data-dir einen anderen Ordner wählen.',
    },
    switch_refused: {
      message:
        'Storyglass sollte mit einem Schalter starten, der es für andere Programme öffnet, und wurde deshalb nicht gestartet.',
      hint: 'Bitte ohne den unten genannten Schalter starten. Stammt er von jemand anderem: die Verknüpfung oder das Programm prüfen, das Storyglass startet.',
    },
    library_newer: {
      message: 'Diese Bibliothek wurde von einer neueren Version von Storyglass geschrieben.',
      hint: 'Bitte Storyglass aktualisieren oder mit --data-dir einen anderen Ordner wählen. In der Bibliothek wurde nichts geändert.',
    },
    library_damaged: {
      message: 'Die Bibliothek ist beschädigt und lässt sich nicht öffnen.',
      hint: 'Bitte Storyglass schließen und neu starten: Die beschädigte Bibliothek wird beiseitegelegt, und es geht mit der letzten guten Kopie weiter.',
    },
    no_such_job: {
      message: 'Diesen Auftrag gibt es nicht.',
      hint: 'Vielleicht wurde er entfernt. Die Liste der Aufträge zeigt die vorhandenen.',
    },
    no_such_story: {
      message: 'Diese Story gibt es nicht.',
      hint: 'Vielleicht wurde sie gelöscht. Die Liste der Storys zeigt die vorhandenen.',
    },
    no_such_statement: {
      message: 'Diese Aussage hat die Story nicht.',
      hint: 'Vielleicht wurde sie inzwischen neu erzählt. Die Aussagen einer Story stehen mit ihren Kennungen in ihrem JSON.',
    },
    mark_without_rows: {
      message: 'Hinter dieser Marke steht keine Zeile der Tabelle.',
      hint: 'Vorhersagen, Korrelationen und Gewichte von Spalten sind berechnet und stehen für keine Zeilen. Balken, Zeiträume und Punkte tun es.',
    },
    table_gone: {
      message: 'Die Tabelle, von der diese Aussage erzählt, ist nicht mehr da.',
      hint: 'Die Story bleibt, wie sie ist. Für Fragen nach ihren Zeilen die Datei bitte neu erzählen lassen.',
    },
    no_such_document: {
      message: 'Dieses Dokument gibt es nicht.',
      hint: 'Vielleicht wurde es gelöscht. Die Liste der Dokumente zeigt die vorhandenen.',
    },
    no_such_page: {
      message: 'Diese Seite gibt es nicht, oder sie ist noch nicht gelesen.',
      hint: 'Bitte warten, bis sie gelesen ist, oder eine andere Seite wählen.',
    },
    no_such_source: {
      message: 'Diese Datei ist nicht mehr zur Hand.',
      hint: 'Bitte noch einmal wählen oder ablegen.',
    },
    process_died_repeatedly: {
      message:
        '{name}: Storyglass ist bei der Arbeit daran dreimal stehen geblieben; von selbst wird es nicht noch einmal versucht.',
      hint: 'Bitte noch einmal versuchen, wenn die Ursache behoben sein dürfte. Die Datei selbst wurde nicht geändert.',
    },
    evidence_mismatch: {
      message:
        '{name}: Eine Aussage der Story stimmte beim Nachprüfen nicht mit der Datei überein; die Story wurde deshalb nicht gespeichert.',
      hint: 'Das ist ein Fehler von Storyglass, nicht der Datei. Bitte mit den Einzelheiten unten melden.',
    },
    verify_limit: {
      message: '{name}: Das Nachprüfen verlangte mehr Zeit oder Speicher, als dafür vorgesehen ist.',
      hint: 'Eine Story von Storyglass verlangt weit weniger. Stammt sie von jemand anderem, ist ihr nicht zu trauen; was überschritten wurde, steht unten.',
    },
    engine_unreachable: {
      message: 'Storyglass selbst war nicht zu erreichen.',
      hint: 'Vielleicht wurde das Programm hinter diesem Fenster geschlossen. Bitte neu starten; nichts Gespeichertes ist verloren.',
    },
    session_ended: {
      message: 'Dieses Fenster gehört nicht zu dem Storyglass, das gerade läuft.',
      hint: 'Bitte die Adresse öffnen, die beim Start ausgegeben wurde.',
    },
    internal: {
      message: 'Etwas Unerwartetes ist schiefgegangen ({name}).',
      hint: 'Das ist ein Fehler von Storyglass, nicht der Datei. Bitte noch einmal versuchen und, falls es wieder geschieht, die Einzelheiten unten melden.',
    },
  },
  unanswered: {
    message: 'Storyglass hat nicht geantwortet.',
    hint: 'Bitte prüfen, ob es noch läuft, und es dann noch einmal versuchen. Nichts Vorhandenes ist verloren.',
  },
  screenFault: {
    message: 'Diese Ansicht ließ sich nicht zeigen.',
    hint: 'Dateien und Storys sind sicher. Bitte noch einmal versuchen oder zu einer anderen Ansicht gehen.',
  },
  sameContent: 'Derselbe Inhalt wird schon gelesen: {name}.',
  subjects: {
    file: 'Die Datei',
    request: 'diese Anfrage',
    window: 'dieses Fenster',
    screen: 'diese Ansicht',
    it: 'Der Auftrag',
    library: 'die Bibliothek',
  },
} as const
