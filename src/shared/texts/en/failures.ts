/** What went wrong, and what to do about it. `{name}` is what the work was about: a file's name, or one of `subjects`. */

import { refusedKinds } from './refused-kinds.ts'

export const failures = {
  /** Of a file whose kind is known and not read: `{kind}` with its article, `{advice}` what to save it as. */
  knownKind: {
    message: '{name} is {kind}, which Storyglass cannot read.',
    hint: 'To have it told, {advice}.',
  },
  refusedKinds,
  reasons: {
    file_missing: {
      message: '{name} is no longer where it was.',
      hint: 'It may have been moved, renamed or deleted. Find it and drop it again.',
    },
    file_unreadable: {
      message: '{name} could not be opened for reading.',
      hint: 'Check that you may read the file and that no other program has locked it, then retry.',
    },
    file_changed: {
      message: '{name} changed while it was being read.',
      hint: 'Wait until the program writing it has finished, then drop it again.',
    },
    is_folder: {
      message: '{name} is a folder, not a file.',
      hint: 'Open the folder and drop the files inside it instead. On the command line, `tell FOLDER --as-one` tells files of the same columns as one table.',
    },
    empty_file: {
      message: '{name} is empty.',
      hint: 'The file has no content. Export it again from the program it came from.',
    },
    no_rows: {
      message: '{name} has a header but no rows under it.',
      hint: 'There is nothing to tell a story about yet. Check that the export included the data.',
    },
    not_a_table: {
      message: '{name} does not contain a table that could be recognised.',
      hint: 'Storyglass looks for rows and columns. Open the file to see what is in it, and save it as CSV or Excel.',
    },
    unsupported_kind: {
      message: '{name} is not a kind of file Storyglass can read.',
      hint: 'It tells the story of tables ({tables}) and reads documents ({documents}). Save it as one of these and use that file.',
    },
    binary_file: {
      message: '{name} is not a text file, whatever its name says.',
      hint: 'Its content is binary. Find the program it came from and export it as CSV, Excel or PDF.',
    },
    encrypted_workbook: {
      message: '{name} is protected with a password.',
      hint: 'Enter its password, or open it in Excel, remove the password (File › Info › Protect Workbook), save, and drop it again.',
    },
    encrypted_document: {
      message: '{name} is protected with a password.',
      hint: 'Enter its password, or save a copy without one in the program you read it with, and use that file.',
    },
    damaged_document: {
      message: '{name} is damaged and cannot be read as a document.',
      hint: 'If another program still opens it, print or export it from there to a new file and use that one.',
    },
    old_document: {
      message: '{name} is a document of an older kind (such as Word 97–2003, .doc).',
      hint: 'Open it in Word or LibreOffice, save it as .docx or PDF, and use that file.',
    },
    not_a_document: {
      message: '{name} is not a document Storyglass can read.',
      hint: 'It reads {documents}. Save it as one of these and use that file.',
    },
    old_workbook: {
      message: '{name} is an Excel 97–2003 workbook (.xls).',
      hint: 'Open it in Excel or LibreOffice and save it as .xlsx, then drop that file.',
    },
    not_a_workbook: {
      message: '{name} is an archive, but there is no workbook in it.',
      hint: 'If it is a zip file, unpack it and drop the files inside it.',
    },
    damaged_workbook: {
      message: '{name} is damaged and cannot be read as a workbook.',
      hint: 'Open it in Excel, let it repair the file, save it under a new name and drop that.',
    },
    damaged_archive: {
      message: '{name} is damaged and cannot be unpacked.',
      hint: 'It may not have been copied to its end. Copy or download it again, or unpack it with another program and use the files inside.',
    },
    encrypted_archive: {
      message: 'The files in {name} are protected with a password.',
      hint: 'Unpack it with the program that packed it, and use the files inside.',
    },
    nested_archive: {
      message: '{name} holds archives inside archives, which are not unpacked.',
      hint: 'Unpack it once, and use what is inside. The inner archive is named below.',
    },
    crowded_archive: {
      message: '{name} holds more files than can be read together.',
      hint: 'Unpack it, and use those you want to be told of.',
    },
    nothing_readable: {
      message: '{name} holds nothing that Storyglass can read.',
      hint: 'It looks for tables ({tables}) and documents ({documents}). What is inside is named below.',
    },
    several_documents: {
      message: '{name} holds several documents, and one at a time can be read.',
      hint: 'Name one of those below with --sheet, or unpack it and use the one you want.',
    },
    damaged_text: {
      message: '{name} could not be read as a table to its end.',
      hint: 'Rows stop making sense at the place named below. Check the file there, or export it again.',
    },
    records_lost: {
      message: 'Not every row of {name} came through, so nothing is told of it.',
      hint: 'This is a fault of Storyglass, not of your file. Please report it with the details below.',
    },
    hostile_content: {
      message: '{name} unpacks to far more than its size allows.',
      hint: 'Files built like this are made to exhaust a computer. If you trust it, open it in the program it came from and save it anew.',
    },
    too_large: {
      message: '{name} is larger than can be read on this computer.',
      hint: 'Split it into parts, or export only the columns or pages you need.',
    },
    too_slow: {
      message: '{name} takes longer to read than any sound file would.',
      hint: 'It may be damaged, or made to keep a computer busy. Export it again from the program it came from.',
    },
    too_much_memory: {
      message: '{name} asks for more memory than a file of its size is given.',
      hint: 'It may be damaged, or made to exhaust a computer. Export it again from the program it came from, or use only a part of it.',
    },
    too_much_output: {
      message: '{name} comes to far more than a file of its size should.',
      hint: 'It may be made to fill a disk. What was written of it is gone. Export only the rows, columns or pages you need.',
    },
    no_such_sheet: {
      message: '{name} has no sheet of that name.',
      hint: 'Leave the sheet out to read them all, or name one of those listed below.',
    },
    not_as_told: {
      message: '{name} cannot be read as you told.',
      hint: 'Leave that option out, or see with `storyglass read FILE --explain` how it is read without.',
    },
    no_such_column: {
      message: '{name} has no column of that name.',
      hint: 'Names are as in the file, with capitals and spaces. Those there are stand below.',
    },
    target_constant: {
      message: 'A column of {name} has one value in every row told, so that nothing can go with it.',
      hint: 'Make the story about another column, or tell more rows. Which column it is stands below.',
    },
    join_impossible: {
      message: 'The tables of {name} cannot be told together so.',
      hint: 'A key is written TABLE.COLUMN=TABLE.COLUMN, and on one of the two sides each value must be in one row only. What is in the way stands below.',
    },
    comparison_impossible: {
      message: 'The two parts of {name} cannot be compared.',
      hint: 'Each must have rows, and no row may be in both. What is in the way stands below.',
    },
    role_impossible: {
      message: 'A column of {name} cannot be what you asked for.',
      hint: 'Only numbers can be a measure, and only dates or years a time.',
    },
    type_impossible: {
      message: 'A column of {name} cannot be read as you asked.',
      hint: 'Most of its values must be readable so. Which are not stands below; leave --type out to let the values decide.',
    },
    name_impossible: {
      message: 'A column of {name} cannot be called so.',
      hint: 'A name has 1 to 80 characters, and no other column of the table may have it, in capitals or not. What is in the way stands below.',
    },
    order_impossible: {
      message: 'The categories of a column of {name} cannot be put in that order.',
      hint: 'An order names categories that are in the column, as they stand there. Which are not stands below.',
    },
    condition_unreadable: {
      message: 'Which rows of {name} you want cannot be told from what you wrote.',
      hint: 'Write it as: region = North and (age >= 30 or age is missing), size in (S, M), day between 2020-01-01 and 2020-06-30. Quote names and values that hold “and”, “or” or “in”.',
    },
    no_rows_left: {
      message: 'No row of {name} is as you asked.',
      hint: 'Values are compared as they stand in the file, capitals included. What you asked for stands below.',
    },
    bad_path: {
      message: 'That path cannot be used.',
      hint: 'Choose the file or folder again. What is wrong with this one is said below.',
    },
    file_exists: {
      message: 'There is a file of that name already, and it was left as it is.',
      hint: 'Choose another name. On the command line, --force replaces the file named below.',
    },
    format_unfit: {
      message: '{name} was read as a document, and what a document says is not written in this form.',
      hint: 'Choose one of the forms named below.',
    },
    no_browser_to_print: {
      message: 'There is no browser on this machine that could print {name} as PDF.',
      hint: 'Install Chromium, Chrome or Edge, or name the program of one in STORYGLASS_CHROMIUM; or export a web page and print that.',
    },
    print_failed: {
      message: '{name} could not be printed as PDF.',
      hint: 'What the browser said of it stands below. Try again, or export a web page and print that.',
    },
    worker_died: {
      message: 'The part of Storyglass working on {name} stopped unexpectedly.',
      hint: 'It will be tried again from the step it had reached.',
    },
    out_of_memory: {
      message: 'There was not enough memory to go on with {name}.',
      hint: 'Close other programs and retry, or use a smaller part of the file.',
    },
    disk_full: {
      message: 'The disk is full.',
      hint: 'Free some space and retry. Nothing you had is lost.',
    },
    disk_read_only: {
      message: 'The folder Storyglass keeps its library in cannot be written to.',
      hint: 'Check the permissions of the folder named below, then retry.',
    },
    disk_not_permitted: {
      message: 'Storyglass may not use the folder it keeps its library in.',
      hint: 'The folder or a file in it belongs to someone else. Give yourself the right to change it, or choose another folder with --data-dir.',
    },
    data_folder_odd: {
      message: 'In the folder of the library, something else is where a file or folder of Storyglass should be.',
      hint: 'Move away what is named below and start again, or choose another folder with --data-dir. Nothing was changed.',
    },
    disk_error: {
      message: 'The disk could not be read or written.',
      hint: 'Check that the disk is connected and healthy. It will be tried again; nothing you had is lost.',
    },
    library_busy: {
      message: 'The library was busy for too long.',
      hint: 'Another program may be using its files. It will be tried again.',
    },
    library_in_use: {
      message: 'Another Storyglass is already using this library.',
      hint: 'Use that one, close it first, or choose another folder with --data-dir.',
    },
    switch_refused: {
      message: 'Storyglass was started with a switch that would open it to other programs, so it was not started.',
      hint: 'Start it without the switch named below. If you did not add it, look at the shortcut or program that starts Storyglass.',
    },
    library_newer: {
      message: 'This library was written by a newer version of Storyglass.',
      hint: 'Update Storyglass, or choose another folder with --data-dir. Nothing in the library was changed.',
    },
    library_damaged: {
      message: 'The library is damaged and cannot be opened.',
      hint: 'Close Storyglass and start it again: it keeps the damaged library aside and goes on from its last good copy.',
    },
    no_such_job: {
      message: 'There is no such job.',
      hint: 'It may have been removed. List the jobs to see those there are.',
    },
    no_such_story: {
      message: 'There is no such story.',
      hint: 'It may have been deleted. List the stories to see those there are.',
    },
    no_such_statement: {
      message: 'The story has no such statement.',
      hint: 'It may have been told again since. The statements of a story, with their ids, stand in its JSON.',
    },
    mark_without_rows: {
      message: 'No row of the table stands behind this mark.',
      hint: 'Marks that are forecasts, correlations or weights of columns are computed, and stand for no rows. Bars, periods and points do.',
    },
    table_gone: {
      message: 'The table this statement was told of is not there any more.',
      hint: 'The story stays as it is. Tell its file again to ask about its rows.',
    },
    no_such_document: {
      message: 'There is no such document.',
      hint: 'It may have been deleted. List the documents to see those there are.',
    },
    no_such_page: {
      message: 'There is no such page, or it has not been read yet.',
      hint: 'Wait until it has been read, or choose another page.',
    },
    no_such_source: {
      message: 'That file is no longer at hand.',
      hint: 'Choose or drop it again.',
    },
    process_died_repeatedly: {
      message:
        'Storyglass itself stopped three times while working on {name}, so it will not be tried by itself again.',
      hint: 'Retry it if you think the cause has gone. The file itself was not changed.',
    },
    evidence_mismatch: {
      message:
        'Something the story of {name} states did not match the file when it was checked, so the story was not saved.',
      hint: 'This is a fault of Storyglass, not of your file. Please report it with the details below.',
    },
    verify_limit: {
      message: 'Verifying {name} asked for more time or memory than it is given.',
      hint: 'A story of ours asks for far less. If you did not make it yourself, do not trust it; what it went beyond is named below.',
    },
    engine_unreachable: {
      message: 'Storyglass itself could not be reached.',
      hint: 'The program behind this window may have been closed. Start it again; nothing you saved is lost.',
    },
    session_ended: {
      message: 'This window does not belong to the Storyglass that is running.',
      hint: 'Open the address it printed when it was started.',
    },
    internal: {
      message: 'Something unexpected went wrong with {name}.',
      hint: 'This is a fault of Storyglass, not of your file. Retry; if it happens again, please report the details below.',
    },
  },
  /** The engine did not answer a window. */
  unanswered: {
    message: 'Storyglass did not answer.',
    hint: 'Check that it is still running, then try again. Nothing you had is lost.',
  },
  /** A screen of the window could not be drawn. */
  screenFault: {
    message: 'This screen could not be shown.',
    hint: 'Your files and stories are safe. Try again, or go to another screen.',
  },
  /** A source that turned out to have the content of another. */
  sameContent: 'Its content is that of {name}, which is being read already.',
  /** What a failure is about where it is not about a named file. */
  subjects: {
    file: 'the file',
    request: 'this request',
    window: 'this window',
    screen: 'this screen',
    it: 'It',
    library: 'the library',
  },
} as const
