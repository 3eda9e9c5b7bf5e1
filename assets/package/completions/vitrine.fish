# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_vitrine_global_optspecs
    string join \n lang= view= theme= distance= chart= fullscreen renderer= new-window present screen= notes-lang= h/help V/version
end

function __fish_vitrine_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_vitrine_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_vitrine_using_subcommand
    set -l cmd (__fish_vitrine_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c vitrine -n "__fish_vitrine_needs_command" -l lang -d 'The language; without a wish the one chosen last, at first English' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_needs_command" -l view -d 'The view to begin with' -r -f -a "photos\t''
personnel\t''
pairings\t''
timeline\t''
sources\t''"
complete -c vitrine -n "__fish_vitrine_needs_command" -l theme -d 'The colours; without a wish those chosen last, at first light' -r -f -a "light\t''
dark\t''
contrast\t''"
complete -c vitrine -n "__fish_vitrine_needs_command" -l distance -d 'From how far away the screen is looked at, and thus how large everything is; without a wish the one chosen last, at first a desk' -r -f -a "desk\t'One person, at arm\'s length'
kiosk\t'Standing before it, with fingers'
projector\t'A room'
wall\t'From some metres'"
complete -c vitrine -n "__fish_vitrine_needs_command" -l chart -d 'How the personnel view begins' -r -f -a "bars\t''
table\t''
running\t''"
complete -c vitrine -n "__fish_vitrine_needs_command" -l renderer -d 'Who draws; without a wish, whichever is there' -r -f -a "gl\t'A graphics card, through OpenGL'
wgpu\t'A graphics card, through Vulkan, Direct3D 12 or Metal, whichever the system has'
cpu\t'The processor'"
complete -c vitrine -n "__fish_vitrine_needs_command" -l screen -d 'The screen that the audience sees: a part of its name' -r
complete -c vitrine -n "__fish_vitrine_needs_command" -l notes-lang -d 'The language of the speaker\'s notes; without it, that of the audience' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_needs_command" -l fullscreen -d 'Fill the screen'
complete -c vitrine -n "__fish_vitrine_needs_command" -l new-window -d 'Show the exhibition in a window of its own, though one is open that could show it'
complete -c vitrine -n "__fish_vitrine_needs_command" -l present -d 'Present: at once where it is plain who looks at which screen, else from the start sheet, where Enter begins'
complete -c vitrine -n "__fish_vitrine_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_needs_command" -s V -l version -d 'Print version'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "check" -d 'Names what should be mended in an exhibition before the doors open. Exit status 1 where visitors would miss something'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "schema" -d 'Writes down what an exhibition.json may hold, as a JSON Schema: editors that know such a thing help while one writes'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "edit" -d 'Opens the editor, in which an exhibition is prepared without programming'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "pack" -d 'Saves an exhibition, or a folder of pictures, as one .vitrine file with renditions, so that it opens at once anywhere. Of what cameras and programs wrote into the pictures, only what is shown goes along: caption, credit, date, rights'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "export" -d 'Writes the exhibition, or a part of it, into a file for paper or for other programs'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "review" -d 'Writes the texts of an exhibition that a native reader is to check on a sheet for Excel or LibreOffice, or on a page for a browser, and with --back takes the answers from it: first they are only shown'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "import" -d 'Takes the rows of a spreadsheet into an exhibition: captions, batches with figures, pairings, milestones or sources. First they are only shown'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "fingerprint" -d 'Prints the fingerprint of an exhibition, which is on every page of its sign-off book: it is another one once a text, a figure, the order or a picture is changed'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "kiosk" -d 'Runs on a public screen for weeks, alone: shows by itself, starts over after each visitor, and comes back whatever happens'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "safe-slide" -d 'Shows the picture that stands in for a kiosk that cannot run'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "doctor" -d 'Tells how the program runs on this computer, for whoever helps: version, who draws, screens, fonts, memory, places, problems of the exhibition'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "soak" -d 'Runs a kiosk for days within minutes, before made-up visitors, and prints what came of it. Exit status 1 where memory grows, contents stop, or a visit leaves something behind'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "picture" -d 'Writes the screen as a person would see it into a PNG file, with no display and no window'
complete -c vitrine -n "__fish_vitrine_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c vitrine -n "__fish_vitrine_using_subcommand check" -l lang -d 'The language of the messages' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand check" -l advice -d 'Also give advice: drafts, texts that fall back on another language'
complete -c vitrine -n "__fish_vitrine_using_subcommand check" -s h -l help -d 'Print help'
complete -c vitrine -n "__fish_vitrine_using_subcommand schema" -s o -l out -d 'The file to write; without one, it is printed' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand schema" -l lang -d 'The language of the messages' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand schema" -l force -d 'Replace a file that this program did not write'
complete -c vitrine -n "__fish_vitrine_using_subcommand schema" -s h -l help -d 'Print help'
complete -c vitrine -n "__fish_vitrine_using_subcommand edit" -l lang -d 'The language; without a wish the one chosen last, at first English' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand edit" -l view -d 'The view to begin with' -r -f -a "photos\t''
personnel\t''
pairings\t''
timeline\t''
sources\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand edit" -l theme -d 'The colours; without a wish those chosen last, at first light' -r -f -a "light\t''
dark\t''
contrast\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand edit" -l distance -d 'From how far away the screen is looked at, and thus how large everything is; without a wish the one chosen last, at first a desk' -r -f -a "desk\t'One person, at arm\'s length'
kiosk\t'Standing before it, with fingers'
projector\t'A room'
wall\t'From some metres'"
complete -c vitrine -n "__fish_vitrine_using_subcommand edit" -l chart -d 'How the personnel view begins' -r -f -a "bars\t''
table\t''
running\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand edit" -l renderer -d 'Who draws; without a wish, whichever is there' -r -f -a "gl\t'A graphics card, through OpenGL'
wgpu\t'A graphics card, through Vulkan, Direct3D 12 or Metal, whichever the system has'
cpu\t'The processor'"
complete -c vitrine -n "__fish_vitrine_using_subcommand edit" -l fullscreen -d 'Fill the screen'
complete -c vitrine -n "__fish_vitrine_using_subcommand edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand pack" -s o -l out -d 'The file to write; - for what the program prints' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand pack" -l lang -d 'The language of the messages' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand pack" -l keep-metadata -d 'Leave the pictures\' files as they are, with all that is written in them: also where they were taken, and with which camera'
complete -c vitrine -n "__fish_vitrine_using_subcommand pack" -l embed-captions -d 'Write what the exhibition says of each picture, in all its languages, with credit and date into its file, in place of what is written there (XMP)'
complete -c vitrine -n "__fish_vitrine_using_subcommand pack" -l force -d 'Write over a file that this program did not write, or over the pack itself'
complete -c vitrine -n "__fish_vitrine_using_subcommand pack" -s h -l help -d 'Print help'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and not __fish_seen_subcommand_from table pairings chart handout poster template signoff kiosk help" -s h -l help -d 'Print help'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and not __fish_seen_subcommand_from table pairings chart handout poster template signoff kiosk help" -f -a "table" -d 'The personnel of each batch, with subtotals and totals, each figure with its state and sources'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and not __fish_seen_subcommand_from table pairings chart handout poster template signoff kiosk help" -f -a "pairings" -d 'Who is paired with whom, from when until when'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and not __fish_seen_subcommand_from table pairings chart handout poster template signoff kiosk help" -f -a "chart" -d 'The chart of the personnel as a poster, with its key, remarks and sources'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and not __fish_seen_subcommand_from table pairings chart handout poster template signoff kiosk help" -f -a "handout" -d 'The whole exhibition on pages of A4: pictures, chart, table, pairings, timeline, sources'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and not __fish_seen_subcommand_from table pairings chart handout poster template signoff kiosk help" -f -a "poster" -d 'The exhibition at one look, on a sheet to hang: its pictures, and on one axis of years its batches, milestones and pairings'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and not __fish_seen_subcommand_from table pairings chart handout poster template signoff kiosk help" -f -a "template" -d 'A table of the exhibition as a spreadsheet to fill in, which “vitrine import” takes in again: heads in a language, what each column takes, and what the exhibition says, with its ids'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and not __fish_seen_subcommand_from table pairings chart handout poster template signoff kiosk help" -f -a "signoff" -d 'Every screen that a visitor can reach, with its texts, how far they are checked, a box to tick, and the exhibition\'s fingerprint on every page: for whoever signs'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and not __fish_seen_subcommand_from table pairings chart handout poster template signoff kiosk help" -f -a "kiosk" -d 'What a technician sets up for a kiosk on a system, on one page of A4: login, updates, sleep, gestures, how staff get in, and what no program can stop'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and not __fish_seen_subcommand_from table pairings chart handout poster template signoff kiosk help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from table" -s o -l out -d 'The file to write; - for what the program prints' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from table" -l lang -d 'The language' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from table" -l format -d 'The form of the file; without it, that of the name\'s ending, csv where it has none' -r -f -a "csv\t'For spreadsheets; what is missing is an empty cell with its state beside it'
tsv\t'The same, separated by tabs'
json\t'For programs; what is missing is null'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from table" -l separator -d 'What separates the values of csv' -r -f -a "comma\t'What most spreadsheets expect'
semicolon\t'What those expect that are set to German, French and other languages with a decimal comma'
tab\t'What all of them can be told'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from table" -l force -d 'Write over a file that this program did not write'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from table" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from pairings" -s o -l out -d 'The file to write; - for what the program prints' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from pairings" -l lang -d 'The language' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from pairings" -l format -d 'The form of the file; without it, that of the name\'s ending, csv where it has none' -r -f -a "csv\t'For spreadsheets; what is missing is an empty cell with its state beside it'
tsv\t'The same, separated by tabs'
json\t'For programs; what is missing is null'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from pairings" -l separator -d 'What separates the values of csv' -r -f -a "comma\t'What most spreadsheets expect'
semicolon\t'What those expect that are set to German, French and other languages with a decimal comma'
tab\t'What all of them can be told'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from pairings" -l force -d 'Write over a file that this program did not write'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from pairings" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from chart" -s o -l out -d 'The file to write; - for what the program prints' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from chart" -l lang -d 'The language' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from chart" -l format -d 'The form of the file; without it, that of the name\'s ending, svg where it has none' -r -f -a "svg\t'Lines and letters as outlines, for any size; the words can be searched'
png\t'Pixels'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from chart" -l size -d 'Width and height in pixels; a PNG up to 7680x4320' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from chart" -l force -d 'Write over a file that this program did not write'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from chart" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from handout" -s o -l out -d 'The file to write; - for what the program prints' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from handout" -l lang -d 'The language' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from handout" -l format -d 'The form of the file; without it, that of the name\'s ending, pdf where it has none' -r -f -a "pdf\t'Pages to print and to read; fonts inside, words to search'
html\t'For a browser: one page with everything in it'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from handout" -l force -d 'Write over a file that this program did not write'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from handout" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from poster" -s o -l out -d 'The file to write; - for what the program prints' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from poster" -l lang -d 'The language' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from poster" -l format -d 'The form of the file; without it, that of the name\'s ending, pdf where it has none' -r -f -a "pdf\t'To print; fonts inside, words to search'
png\t'Pixels: 300 an inch, fewer on larger paper'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from poster" -l paper -d 'The paper' -r -f -a "a0\t'841 × 1189 mm'
a1\t'594 × 841 mm'
a2\t'420 × 594 mm'
a3\t'297 × 420 mm'
a4\t'210 × 297 mm'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from poster" -l force -d 'Write over a file that this program did not write'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from poster" -l landscape -d 'The longer side lies'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from poster" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from template" -l kind -d 'What its rows are' -r -f -a "captions\t'Pictures: titles, captions, alternative texts, credits, places, dates'
batches\t'Batches, with their years and figures'
pairings\t'Who is paired with whom'
milestones\t'The timeline'
sources\t'The sources'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from template" -s o -l out -d 'The file to write: .xlsx with the names and ids that can be written, or .csv' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from template" -l lang -d 'The language of the heads' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from template" -l force -d 'Replace a file that is there already, with whatever has been filled in'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from template" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from signoff" -s o -l out -d 'The file to write; - for what the program prints' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from signoff" -l lang -d 'The language' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from signoff" -l format -d 'The form of the file; without it, that of the name\'s ending, pdf where it has none' -r -f -a "pdf\t'A page to print; fonts inside, words to search'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from signoff" -l force -d 'Write over a file that this program did not write'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from signoff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from kiosk" -s o -l out -d 'The file to write; - for what the program prints' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from kiosk" -l lang -d 'The language' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from kiosk" -l system -d 'The system; without it, this one' -r -f -a "linux\t'Linux, under X11 or Wayland'
windows\t'Windows'
macos\t'macOS'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from kiosk" -l format -d 'The form of the file; without it, that of the name\'s ending, pdf where it has none' -r -f -a "pdf\t'A page to print; fonts inside, words to search'"
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from kiosk" -l force -d 'Write over a file that this program did not write'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from kiosk" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "table" -d 'The personnel of each batch, with subtotals and totals, each figure with its state and sources'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "pairings" -d 'Who is paired with whom, from when until when'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "chart" -d 'The chart of the personnel as a poster, with its key, remarks and sources'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "handout" -d 'The whole exhibition on pages of A4: pictures, chart, table, pairings, timeline, sources'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "poster" -d 'The exhibition at one look, on a sheet to hang: its pictures, and on one axis of years its batches, milestones and pairings'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "template" -d 'A table of the exhibition as a spreadsheet to fill in, which “vitrine import” takes in again: heads in a language, what each column takes, and what the exhibition says, with its ids'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "signoff" -d 'Every screen that a visitor can reach, with its texts, how far they are checked, a box to tick, and the exhibition\'s fingerprint on every page: for whoever signs'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "kiosk" -d 'What a technician sets up for a kiosk on a system, on one page of A4: login, updates, sleep, gestures, how staff get in, and what no program can stop'
complete -c vitrine -n "__fish_vitrine_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c vitrine -n "__fish_vitrine_using_subcommand review" -l lang -d 'The language of the texts, and of the sheet' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand review" -s o -l out -d 'The file to write: a workbook (.xlsx), or a page for a browser (.html); with --back, where the exhibition with the answers is saved: a .vitrine file, or a new folder' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand review" -l back -d 'A workbook, or the answers that a page has saved, that has come back; what it would change is shown' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand review" -l by -d 'Who has checked the texts; without it, the name that the reader has given' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand review" -l messages -d 'The language of the messages' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand review" -l all -d 'Every text, also those that are checked, and those that are missing'
complete -c vitrine -n "__fish_vitrine_using_subcommand review" -l apply -d 'Write the answers into the exhibition itself'
complete -c vitrine -n "__fish_vitrine_using_subcommand review" -l force -d 'Replace a file that is there already, with whatever answers are in it'
complete -c vitrine -n "__fish_vitrine_using_subcommand review" -s h -l help -d 'Print help'
complete -c vitrine -n "__fish_vitrine_using_subcommand import" -l kind -d 'What the rows are; without it, what their heads say' -r -f -a "captions\t'Pictures: titles, captions, alternative texts, credits, places, dates'
batches\t'Batches, with their years and figures'
pairings\t'Who is paired with whom'
milestones\t'The timeline'
sources\t'The sources'"
complete -c vitrine -n "__fish_vitrine_using_subcommand import" -l map -d 'A column by its head or letters, and the field that it is: caption.zh; - for a column that is not read. May be repeated' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand import" -l sheet -d 'The sheet, by its name; without it, the one whose heads are known best' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand import" -s o -l out -d 'Where the exhibition with the rows is saved: a .vitrine file, or a new folder. Without it, the changes are only shown' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand import" -l messages -d 'The language of the messages' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand import" -l apply -d 'Write the rows into the exhibition itself'
complete -c vitrine -n "__fish_vitrine_using_subcommand import" -l force -d 'Replace a file that is there already'
complete -c vitrine -n "__fish_vitrine_using_subcommand import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand fingerprint" -l lang -d 'The language of the messages' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand fingerprint" -s h -l help -d 'Print help'
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l setup -d 'The file with the set-up, which can be carried to the next kiosk; without a wish the one in the settings folder' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l screen -d 'The screen, by its name; without a wish the main one' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l languages -d 'The languages that are offered, in their order: en,bo. The first is the one that a visitor finds' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l view -d 'The view that a visitor finds' -r -f -a "photos\t''
personnel\t''
pairings\t''
timeline\t''
sources\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l theme -d 'The colours that a visitor finds' -r -f -a "light\t''
dark\t''
contrast\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l distance -d 'How large everything is' -r -f -a "desk\t'One person, at arm\'s length'
kiosk\t'Standing before it, with fingers'
projector\t'A room'
wall\t'From some metres'"
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l hours -d 'When it is open: "mon-fri 09:00-17:30". May be given several times; the screen is black outside. Without any it is always open' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l idle -d 'Seconds without a touch until the warning' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l warning -d 'Seconds that the warning lasts' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l renderer -d 'Who draws; without a wish, whichever is there' -r -f -a "gl\t'A graphics card, through OpenGL'
wgpu\t'A graphics card, through Vulkan, Direct3D 12 or Metal, whichever the system has'
cpu\t'The processor'"
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l try -d 'Try it for five minutes: it ends by itself, and the system stays within reach'
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l save -d 'Write what is given here into the set-up\'s file, and end'
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l set-pin -d 'Ask for a new PIN of the staff at the terminal, write it into the set-up\'s file, and end'
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l install -d 'Have the kiosk begin with each session of this user, and end'
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -l uninstall -d 'Undo --install, and end'
complete -c vitrine -n "__fish_vitrine_using_subcommand kiosk" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand safe-slide" -l title -d 'The title of the exhibition' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand safe-slide" -l screen -d 'The name of the screen; empty for the main one' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand safe-slide" -s h -l help -d 'Print help'
complete -c vitrine -n "__fish_vitrine_using_subcommand doctor" -l setup -d 'The file with the set-up of the kiosk; without a wish the one in the settings folder' -r -F
complete -c vitrine -n "__fish_vitrine_using_subcommand doctor" -l lang -d 'The language' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand doctor" -l kiosk -d 'Tell how the kiosk of this user is: how long it has run, why it was started anew, its memory, disk, clock, set-up and errors'
complete -c vitrine -n "__fish_vitrine_using_subcommand doctor" -s h -l help -d 'Print help'
complete -c vitrine -n "__fish_vitrine_using_subcommand soak" -l days -d 'How many days are simulated; fractions too' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand soak" -l speed -d 'How many simulated seconds a second at most: 168 makes a week an hour. Without it, as many as the computer can' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand soak" -l seed -d 'What the visitors do follows from this number' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand soak" -l size -d 'Width and height of the screen in pixels' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand soak" -l lang -d 'The language of the page' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand soak" -s h -l help -d 'Print help'
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l size -d 'Width and height in pixels' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l province -d 'The chosen province, by its id' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l photo -d 'The open picture, by its id' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l sheet -d 'The open source sheet: batch:10, photo:reading, province:CN-FJ, statement:…, milestone:…, source:…' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l edit -d 'The editor: views, tables, captions, batches, pairings, milestones, sources, statements, order, problems, whole, or a place in exhibition.json: photos[3]' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l talk -d 'A window of a talk instead' -r -f -a "sheet\t'Where screens, languages and time are chosen'
console\t'What the speaker sees'
audience\t'What the audience sees'
report\t'What is told afterwards'"
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l stop -d 'The stop, from 1' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l elapsed -d 'Seconds that have passed' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l keys -d 'Keys that were pressed, by their names: F,G,1,2; after a Slash, what is typed stands behind an =' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l screens -d 'How many screens there are; one that is gone during the talk is written -1' -r
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l notes-lang -d 'The language of the notes; without it, that of the audience' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l lang -d 'The language; without a wish the one chosen last, at first English' -r -f -a "en\t''
zh\t''
bo\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l view -d 'The view to begin with' -r -f -a "photos\t''
personnel\t''
pairings\t''
timeline\t''
sources\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l theme -d 'The colours; without a wish those chosen last, at first light' -r -f -a "light\t''
dark\t''
contrast\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l distance -d 'From how far away the screen is looked at, and thus how large everything is; without a wish the one chosen last, at first a desk' -r -f -a "desk\t'One person, at arm\'s length'
kiosk\t'Standing before it, with fingers'
projector\t'A room'
wall\t'From some metres'"
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l chart -d 'How the personnel view begins' -r -f -a "bars\t''
table\t''
running\t''"
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -l force -d 'Write over a file that this program did not write'
complete -c vitrine -n "__fish_vitrine_using_subcommand picture" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "check" -d 'Names what should be mended in an exhibition before the doors open. Exit status 1 where visitors would miss something'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "schema" -d 'Writes down what an exhibition.json may hold, as a JSON Schema: editors that know such a thing help while one writes'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "edit" -d 'Opens the editor, in which an exhibition is prepared without programming'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "pack" -d 'Saves an exhibition, or a folder of pictures, as one .vitrine file with renditions, so that it opens at once anywhere. Of what cameras and programs wrote into the pictures, only what is shown goes along: caption, credit, date, rights'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "export" -d 'Writes the exhibition, or a part of it, into a file for paper or for other programs'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "review" -d 'Writes the texts of an exhibition that a native reader is to check on a sheet for Excel or LibreOffice, or on a page for a browser, and with --back takes the answers from it: first they are only shown'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "import" -d 'Takes the rows of a spreadsheet into an exhibition: captions, batches with figures, pairings, milestones or sources. First they are only shown'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "fingerprint" -d 'Prints the fingerprint of an exhibition, which is on every page of its sign-off book: it is another one once a text, a figure, the order or a picture is changed'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "kiosk" -d 'Runs on a public screen for weeks, alone: shows by itself, starts over after each visitor, and comes back whatever happens'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "safe-slide" -d 'Shows the picture that stands in for a kiosk that cannot run'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "doctor" -d 'Tells how the program runs on this computer, for whoever helps: version, who draws, screens, fonts, memory, places, problems of the exhibition'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "soak" -d 'Runs a kiosk for days within minutes, before made-up visitors, and prints what came of it. Exit status 1 where memory grows, contents stop, or a visit leaves something behind'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "picture" -d 'Writes the screen as a person would see it into a PNG file, with no display and no window'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and not __fish_seen_subcommand_from check schema edit pack export review import fingerprint kiosk safe-slide doctor soak picture help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "table" -d 'The personnel of each batch, with subtotals and totals, each figure with its state and sources'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "pairings" -d 'Who is paired with whom, from when until when'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "chart" -d 'The chart of the personnel as a poster, with its key, remarks and sources'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "handout" -d 'The whole exhibition on pages of A4: pictures, chart, table, pairings, timeline, sources'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "poster" -d 'The exhibition at one look, on a sheet to hang: its pictures, and on one axis of years its batches, milestones and pairings'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "template" -d 'A table of the exhibition as a spreadsheet to fill in, which “vitrine import” takes in again: heads in a language, what each column takes, and what the exhibition says, with its ids'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "signoff" -d 'Every screen that a visitor can reach, with its texts, how far they are checked, a box to tick, and the exhibition\'s fingerprint on every page: for whoever signs'
complete -c vitrine -n "__fish_vitrine_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "kiosk" -d 'What a technician sets up for a kiosk on a system, on one page of A4: login, updates, sleep, gestures, how staff get in, and what no program can stop'
