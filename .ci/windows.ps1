# .ci/windows.ps1: builds Ordito for Windows 10 and later, on a Windows machine, and packs it in target\package.
#
# NOT RUN by those who wrote it: they had no Windows machine and no Windows target for the compiler. Nothing in CI and no
# test depends on it. What is known from elsewhere: SQLite (bundled) and eframe with OpenGL compile for
# x86_64-pc-windows-msvc and -gnu, and the program then needs only libraries that Windows brings.
#
# Needs: Rust 1.95 or later (rustup, target x86_64-pc-windows-msvc) and the C++ build tools of Visual Studio; Python 3 for
# the text of the licences. Run from the top of the sources, in PowerShell 5.1 or later:
#     powershell -ExecutionPolicy Bypass -File .ci\windows.ps1
#
# Over Remote Desktop Windows offers OpenGL 1.1 only, which is too old: Ordito then draws on the processor by itself;
# "ordito.exe --software" asks for that.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
function Check($what) { if ($LASTEXITCODE -ne 0) { throw "$what failed ($LASTEXITCODE)" } }

if (-not (Get-Command cargo -ErrorAction SilentlyContinue)) { throw 'cargo is missing: install Rust from https://rustup.rs' }
cargo build --release --locked --bin ordito; Check 'cargo build'
$program = 'target\release\ordito.exe'
$version = ((& $program --version) -split ' ')[1]
$name = "ordito-$version-windows-x86_64"
$out = 'target\package'
$tree = Join-Path $out $name
if (Test-Path $tree) { Remove-Item -Recurse -Force $tree }
New-Item -ItemType Directory -Force $tree | Out-Null

$env:ORDITO_DATA = Join-Path $out 'data'
Copy-Item $program $tree
& $program guide --to (Join-Path $tree 'guida-ordito.pdf') --lang it; Check 'guide'
& $program guide --to (Join-Path $tree 'ordito-guide.pdf') --lang en; Check 'guide'
Copy-Item README.md, CHANGELOG.md, SECURITY.md, LICENSE $tree
if (Test-Path ACCESSIBILITA.md) { Copy-Item ACCESSIBILITA.md $tree }
# The list of crates is that of Linux; what Windows adds (windows-*, winapi) is MIT or Apache-2.0.
python .ci\licences.py | Out-File -Encoding utf8 (Join-Path $tree 'licences.txt'); Check 'licences'

# Registers *.ordito for this user, without an administrator; remove.ps1 takes it away.
@'
$here = $PSScriptRoot
$classes = 'HKCU:\Software\Classes'
$id = 'it.ordito.Ordito'
New-Item -Force "$classes\$id\shell\open\command" | Out-Null
Set-Item "$classes\$id" 'Documento di Ordito'
Set-Item "$classes\$id\shell\open\command" "`"$here\ordito.exe`" `"%1`""
New-Item -Force "$classes\.ordito\OpenWithProgids" | Out-Null
Set-Item "$classes\.ordito" $id
Set-ItemProperty "$classes\.ordito" 'Content Type' 'application/vnd.ordito+sqlite3'
Set-ItemProperty "$classes\.ordito\OpenWithProgids" $id ''
$menu = [Environment]::GetFolderPath('Programs')
$link = (New-Object -ComObject WScript.Shell).CreateShortcut("$menu\Ordito.lnk")
$link.TargetPath = "$here\ordito.exe"
$link.Save()
'@ | Out-File -Encoding utf8 (Join-Path $tree 'install.ps1')
@'
$classes = 'HKCU:\Software\Classes'
Remove-Item -Recurse -Force -ErrorAction SilentlyContinue "$classes\it.ordito.Ordito", "$classes\.ordito"
Remove-Item -Force -ErrorAction SilentlyContinue "$([Environment]::GetFolderPath('Programs'))\Ordito.lnk"
'@ | Out-File -Encoding utf8 (Join-Path $tree 'remove.ps1')

$zip = Join-Path $out "$name.zip"
if (Test-Path $zip) { Remove-Item $zip }
Compress-Archive -Path $tree -DestinationPath $zip
Get-FileHash $zip
Write-Host "$zip. Unsigned: Windows will say so; an office that distributes it signs ordito.exe with signtool."
