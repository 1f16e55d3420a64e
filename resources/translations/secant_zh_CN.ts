<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>Activation functions, their derivatives, and where learning stops. Every curve is drawn from bounds that are proved, so that no pole is joined and no kink is missed.</source>
        <translation>激活函数、它们的导数，以及学习在何处停止。每条曲线都由经过证明的界画出，因此不会连过极点，也不会漏掉折点。</translation>
    </message>
    <message>
        <source>Secant is free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Secant 是自由软件，采用 GNU 通用公共许可证第 3 版或更新版本，不提供任何担保。</translation>
    </message>
    <message>
        <source>It is made with:</source>
        <translation>它使用了：</translation>
    </message>
    <message>
        <source>The colours of the curves follow Okabe and Ito, “Color Universal Design” (2008).</source>
        <translation>曲线颜色取自 Okabe 与 Ito 的“Color Universal Design”（2008）。</translation>
    </message>
    <message>
        <source>About Secant</source>
        <translation>关于 Secant</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Move the view; over an axis, that axis alone</source>
        <translation>移动视图；在坐标轴上则只移动该轴</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Zoom at the pointer; over an axis, that axis alone</source>
        <translation>以指针为中心缩放；在坐标轴上则只缩放该轴</translation>
    </message>
    <message>
        <source>Shift + drag</source>
        <translation>Shift + 拖动</translation>
    </message>
    <message>
        <source>Zoom to a box</source>
        <translation>放大所框选的区域</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Home: the first view, fitted</source>
        <translation>回到初始视图并适应高度</translation>
    </message>
    <message>
        <source>Click a curve</source>
        <translation>单击曲线</translation>
    </message>
    <message>
        <source>Make it the active one, whose regions are shaded</source>
        <translation>设为当前曲线，并为它的区域着色</translation>
    </message>
    <message>
        <source>Drag a handle</source>
        <translation>拖动手柄</translation>
    </message>
    <message>
        <source>Move an end of the chord, or the point on it</source>
        <translation>移动弦的端点或弦上的点</translation>
    </message>
    <message>
        <source>Shift on a slider</source>
        <translation>在滑块上按 Shift</translation>
    </message>
    <message>
        <source>Ten times finer; double click: standard value</source>
        <translation>精细十倍；双击恢复标准值</translation>
    </message>
    <message>
        <source>Search activations</source>
        <translation>搜索激活函数</translation>
    </message>
    <message>
        <source>Type a function</source>
        <translation>输入函数</translation>
    </message>
    <message>
        <source>Undo / redo</source>
        <translation>撤销 / 重做</translation>
    </message>
    <message>
        <source>Home, fit y, 1:1</source>
        <translation>初始视图、适应高度、1:1</translation>
    </message>
    <message>
        <source>Chord on or off</source>
        <translation>显示或隐藏弦</translation>
    </message>
    <message>
        <source>Export, copy the figure</source>
        <translation>导出、复制图形</translation>
    </message>
    <message>
        <source>Mouse and keyboard</source>
        <translation>鼠标与键盘</translation>
    </message>
    <message>
        <source>Open, save, save as another file</source>
        <translation>打开、保存、另存为</translation>
    </message>
</context>
<context>
    <name>AnimationExport</name>
    <message>
        <source>The animation cannot be made: %1.</source>
        <translation>无法生成动画：%1。</translation>
    </message>
</context>
<context>
    <name>ExportFile</name>
    <message>
        <source>There is no file name. Give the name of the file to write.</source>
        <translation>没有文件名。请给出要写入的文件名。</translation>
    </message>
    <message>
        <source>“%1” is a link that leads in a circle. Choose another file.</source>
        <translation>“%1”是循环的链接。请选择其他文件。</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a file name in it.</source>
        <translation>“%1”是文件夹。请在其中选择一个文件名。</translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file. Choose another name.</source>
        <translation>“%1”不是普通文件。请选择其他名称。</translation>
    </message>
    <message>
        <source>The folder of “%1” does not exist. Create it or choose another one.</source>
        <translation>“%1”所在的文件夹不存在。请先创建它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2. Choose another place or free some space.</source>
        <translation>无法写入“%1”：%2。请选择其他位置，或腾出一些空间。</translation>
    </message>
</context>
<context>
    <name>ExportPresets</name>
    <message>
        <source>As in the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>Slide 16:9</source>
        <translation>幻灯片 16:9</translation>
    </message>
    <message>
        <source>Two columns of a paper, 178 mm</source>
        <translation>论文双栏，178 毫米</translation>
    </message>
    <message>
        <source>One column of a paper, 85 mm</source>
        <translation>论文单栏，85 毫米</translation>
    </message>
    <message>
        <source>A4 landscape</source>
        <translation>A4 横向</translation>
    </message>
</context>
<context>
    <name>FigureExport</name>
    <message>
        <source>There is not enough memory for a picture of %1 × %2 pixels. Make it smaller.</source>
        <translation>内存不足以生成 %1 × %2 像素的图片。请缩小尺寸。</translation>
    </message>
    <message>
        <source>A size of %1 × %2 cannot be made. Each side may be from 1 to %3.</source>
        <translation>无法生成 %1 × %2 的大小。每边应在 1 到 %3 之间。</translation>
    </message>
    <message>
        <source>A text scale of %1 cannot be used. It may be from %2 to %3.</source>
        <translation>文字比例 %1 不可用，应在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>%1 dots per inch cannot be made. It may be from %2 to %3.</source>
        <translation>无法生成每英寸 %1 点，应在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>A picture of %1 × %2 pixels is too large. Each side may have %3 pixels, and all together %4 million. Choose a smaller size or fewer dots per inch.</source>
        <translation>%1 × %2 像素的图片太大。每边最多 %3 像素，总数最多 %4 百万像素。请选择较小的尺寸或较低的分辨率。</translation>
    </message>
    <message>
        <source>TeX knows no length of %1 pixels. Each side may have %2.</source>
        <translation>TeX 无法表示 %1 像素的长度。每边最多 %2 像素。</translation>
    </message>
    <message>
        <source>A picture of an animation cannot last %1 ms. It may last from %2 to %3.</source>
        <translation>动画的一帧不能持续 %1 毫秒。允许的范围是 %2 到 %3。</translation>
    </message>
    <message>
        <source>WebP knows no side of %1 pixels. Each side may have %2.</source>
        <translation>WebP 的边长不能是 %1 像素。每边最多 %2 像素。</translation>
    </message>
    <message>
        <source>Lines cannot be %1 times as wide. It may be from %2 to %3.</source>
        <translation>线宽不能是 %1 倍。允许的范围是 %2 到 %3。</translation>
    </message>
</context>
<context>
    <name>SessionFile</name>
    <message>
        <source>“%1” was written by a newer version of Secant and is not overwritten. Choose another name.</source>
        <translation>“%1”由更新版本的 Secant 写成，不会被覆盖。请换一个文件名。</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>以及更多</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>%1 was damaged and is kept as %1.damaged. Secant starts with its standard settings.</source>
        <translation>%1 已损坏，保留为 %1.damaged。Secant 以标准设置启动。</translation>
    </message>
</context>
<context>
    <name>secant::ActivationDelegate</name>
    <message>
        <source>Add %1 to the plot</source>
        <translation>把 %1 加到图上</translation>
    </message>
</context>
<context>
    <name>secant::ActivationModel</name>
    <message>
        <source>In %1</source>
        <translation>提供者：%1</translation>
    </message>
</context>
<context>
    <name>secant::AppearanceMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
</context>
<context>
    <name>secant::CataloguePanel</name>
    <message>
        <source>Search activations</source>
        <translation>搜索激活函数</translation>
    </message>
    <message>
        <source>Type a name such as “swish” or “logistic”; Enter adds the activation found.</source>
        <translation>输入名称，例如“swish”或“逻辑函数”；按回车加入找到的激活函数。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. You can type it as a function instead.</source>
        <translation>没有找到“%1”。您可以把它作为函数输入。</translation>
    </message>
</context>
<context>
    <name>secant::CurveCard</name>
    <message>
        <source>Click to make this the active curve, whose regions and tangent are drawn; Delete removes it.</source>
        <translation>单击设为当前曲线，画出它的区域和切线；按 Delete 移除。</translation>
    </message>
    <message>
        <source>Remove this curve; undo brings it back.</source>
        <translation>移除这条曲线；撤销可以恢复。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training: slopes drawn at random.</source>
        <translation>训练：斜率随机抽取。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test: the mean slope alone.</source>
        <translation>测试：只用平均斜率。</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Draw new random slopes from the same range.</source>
        <translation>在同一范围内重新随机抽取斜率。</translation>
    </message>
    <message>
        <source>Curve %1, active</source>
        <translation>曲线 %1，当前</translation>
    </message>
    <message>
        <source>Curve %1</source>
        <translation>曲线 %1</translation>
    </message>
    <message>
        <source>Function of x</source>
        <translation>x 的函数</translation>
    </message>
    <message>
        <source>Hide this curve on the plot.</source>
        <translation>在图上隐藏这条曲线。</translation>
    </message>
    <message>
        <source>Show this curve on the plot.</source>
        <translation>在图上显示这条曲线。</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Formula of %1</source>
        <translation>%1 的公式</translation>
    </message>
    <message>
        <source>Convention of %1</source>
        <translation>%1 的约定</translation>
    </message>
    <message>
        <source>Choose which definition of this name is drawn; now %1.</source>
        <translation>选择画出这个名称的哪一种定义；现在是：%1。</translation>
    </message>
    <message>
        <source>Training slopes of %1</source>
        <translation>%1 的训练斜率</translation>
    </message>
    <message>
        <source>Test slope of %1</source>
        <translation>%1 的测试斜率</translation>
    </message>
    <message>
        <source>Draw slopes of %1 again</source>
        <translation>重新抽取 %1 的斜率</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
</context>
<context>
    <name>secant::CurvesPanel</name>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Add a function</source>
        <translation>添加函数</translation>
    </message>
    <message>
        <source>Add a curve for a function of x that you type.</source>
        <translation>添加一条曲线，由您输入 x 的函数。</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>No curves yet. Choose an activation on the left, or type a function.</source>
        <translation>还没有曲线。请在左侧选择激活函数，或输入一个函数。</translation>
    </message>
</context>
<context>
    <name>secant::EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>重做被撤销的更改</translation>
    </message>
    <message>
        <source>&amp;Search activations</source>
        <translation>搜索激活函数(&amp;S)</translation>
    </message>
    <message>
        <source>Search the list of activations</source>
        <translation>在激活函数列表中搜索</translation>
    </message>
    <message>
        <source>&amp;Type a function</source>
        <translation>输入函数(&amp;T)</translation>
    </message>
    <message>
        <source>Add a curve whose formula you type</source>
        <translation>添加一条由您输入公式的曲线</translation>
    </message>
    <message>
        <source>Remove &amp;all curves</source>
        <translation>移除所有曲线(&amp;A)</translation>
    </message>
    <message>
        <source>Clear the plot; undo brings everything back</source>
        <translation>清空图形；撤销可以全部恢复</translation>
    </message>
</context>
<context>
    <name>secant::ExportDialog</name>
    <message>
        <source>As in the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>导出图形</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自定大小</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>用途(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Width, height</source>
        <translation>宽、高(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>分辨率(&amp;R)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Paper: white, no grid</source>
        <translation>论文：白底、无网格</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>外观(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Transparent ground</source>
        <translation>透明背景(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Check in &amp;grey</source>
        <translation>以灰度检查(&amp;G)</translation>
    </message>
    <message>
        <source>Whether the curves can still be told apart where colours are not printed; the file keeps them</source>
        <translation>检查不打印颜色时曲线是否仍可区分；文件中保留颜色</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 矢量图</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>TikZ figure for LaTeX</source>
        <translation>LaTeX 用 TikZ 图</translation>
    </message>
    <message>
        <source>CSV table of values</source>
        <translation>CSV 数值表</translation>
    </message>
    <message>
        <source>JSON of the figure</source>
        <translation>图形的 JSON</translation>
    </message>
    <message>
        <source>GIF animation</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <source>WebP animation</source>
        <translation>WebP 动画</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>inch</source>
        <translation>英寸</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Dots an inch of PNG, GIF and WebP. SVG, PDF and TikZ are sharp at every size.</source>
        <translation>PNG、GIF 和 WebP 每英寸的点数。SVG、PDF 和 TikZ 在任何尺寸下都清晰。</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Size of the texts</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>F&amp;ont, size</source>
        <translation>字体、大小(&amp;O)</translation>
    </message>
    <message>
        <source>Width of the curves</source>
        <translation>曲线宽度</translation>
    </message>
    <message>
        <source>Line wi&amp;dth</source>
        <translation>线宽(&amp;D)</translation>
    </message>
    <message>
        <source>Texts as &amp;outlines, which need no font</source>
        <translation>文字转为轮廓，无需字体(&amp;O)</translation>
    </message>
    <message>
        <source>The picture &amp;alone, to be read by \input</source>
        <translation>仅图形本身，供 \input 读取(&amp;A)</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> 帧/秒</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation>帧数(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制为图片(&amp;C)</translation>
    </message>
    <message>
        <source>Put it on the clipboard as a picture</source>
        <translation>以图片形式放到剪贴板</translation>
    </message>
    <message>
        <source>Copy S&amp;VG</source>
        <translation>复制为 SVG(&amp;V)</translation>
    </message>
    <message>
        <source>Put it on the clipboard as an SVG drawing</source>
        <translation>以 SVG 矢量图形式放到剪贴板</translation>
    </message>
    <message>
        <source>Pri&amp;nt…</source>
        <translation>打印(&amp;N)…</translation>
    </message>
    <message>
        <source>Show it as it would be printed</source>
        <translation>显示打印效果</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>%1 goes from %2 to %3</source>
        <translation>%1 从 %2 变到 %3</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 毫米</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, %3</source>
        <translation>%1 × %2 像素，%3</translation>
    </message>
</context>
<context>
    <name>secant::ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>There is no preview of this size.</source>
        <translation>此尺寸无法预览。</translation>
    </message>
</context>
<context>
    <name>secant::FigureOutput</name>
    <message>
        <source>Export the figure</source>
        <translation>导出图形</translation>
    </message>
    <message>
        <source>The figure was not exported</source>
        <translation>图形没有导出</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>The figure is on the clipboard</source>
        <translation>图形已放到剪贴板</translation>
    </message>
    <message>
        <source>%1 file (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written</source>
        <translation>导出已停止，没有写入文件</translation>
    </message>
    <message>
        <source>The figure was not copied</source>
        <translation>图形未复制</translation>
    </message>
</context>
<context>
    <name>secant::FigureView</name>
    <message>
        <source>%1, for x from %2 to %3: %4</source>
        <translation>%1，x 从 %2 到 %3：%4</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>图</translation>
    </message>
</context>
<context>
    <name>secant::FileMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Copy figure</source>
        <translation>复制图形(&amp;C)</translation>
    </message>
    <message>
        <source>Put the figure on the clipboard as a picture</source>
        <translation>把图形作为图片放到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close Secant; the scene is kept</source>
        <translation>关闭 Secant；场景会保留</translation>
    </message>
    <message>
        <source>Write the figure as a picture, a drawing, a table or an animation</source>
        <translation>将图形写成图片、矢量图、表格或动画</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>新建会话(&amp;N)</translation>
    </message>
    <message>
        <source>Begin with the first figure again</source>
        <translation>重新从最初的图形开始</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a session file</source>
        <translation>打开会话文件</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Write the session to its file</source>
        <translation>将会话写入其文件</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Write the session to another file</source>
        <translation>将会话写入另一个文件</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>FormulaWords</name>
    <message>
        <source>arc cosine</source>
        <translation>反余弦</translation>
    </message>
    <message>
        <source>inverse hyperbolic cosine</source>
        <translation>反双曲余弦</translation>
    </message>
    <message>
        <source>arc sine</source>
        <translation>反正弦</translation>
    </message>
    <message>
        <source>inverse hyperbolic sine</source>
        <translation>反双曲正弦</translation>
    </message>
    <message>
        <source>arc tangent</source>
        <translation>反正切</translation>
    </message>
    <message>
        <source>inverse hyperbolic tangent</source>
        <translation>反双曲正切</translation>
    </message>
    <message>
        <source>real cube root</source>
        <translation>实立方根</translation>
    </message>
    <message>
        <source>round up to an integer</source>
        <translation>向上取整</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>hyperbolic cosine</source>
        <translation>双曲余弦</translation>
    </message>
    <message>
        <source>1 − erf(x), accurate far out</source>
        <translation>1 − erf(x)，在远处仍准确</translation>
    </message>
    <message>
        <source>e to the power of x</source>
        <translation>e 的 x 次幂</translation>
    </message>
    <message>
        <source>2 to the power of x</source>
        <translation>2 的 x 次幂</translation>
    </message>
    <message>
        <source>exp(x) − 1, accurate near 0</source>
        <translation>exp(x) − 1，在 0 附近仍准确</translation>
    </message>
    <message>
        <source>round down to an integer</source>
        <translation>向下取整</translation>
    </message>
    <message>
        <source>gamma function, (x − 1)! for integers</source>
        <translation>伽马函数，整数处为 (x − 1)!</translation>
    </message>
    <message>
        <source>√(a² + b²)</source>
        <translation>√(a² + b²)</translation>
    </message>
    <message>
        <source>if(a &lt; b, then, else)</source>
        <translation>if(a &lt; b, 成立时, 否则)</translation>
    </message>
    <message>
        <source>decimal logarithm</source>
        <translation>常用对数（底为 10）</translation>
    </message>
    <message>
        <source>natural logarithm</source>
        <translation>自然对数</translation>
    </message>
    <message>
        <source>ln(1 + x), accurate near 0</source>
        <translation>ln(1 + x)，在 0 附近仍准确</translation>
    </message>
    <message>
        <source>binary logarithm</source>
        <translation>以 2 为底的对数</translation>
    </message>
    <message>
        <source>largest of its arguments</source>
        <translation>各参数中的最大值</translation>
    </message>
    <message>
        <source>smallest of its arguments</source>
        <translation>各参数中的最小值</translation>
    </message>
    <message>
        <source>remainder, with the sign of the divisor</source>
        <translation>余数，符号与除数相同</translation>
    </message>
    <message>
        <source>a to the power of b</source>
        <translation>a 的 b 次幂</translation>
    </message>
    <message>
        <source>nearest integer</source>
        <translation>四舍五入到整数</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>hyperbolic sine</source>
        <translation>双曲正弦</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>1 for x ≥ 0, else 0</source>
        <translation>x ≥ 0 时为 1，否则为 0</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>正切</translation>
    </message>
</context>
<context>
    <name>secant::FormulaLine</name>
    <message>
        <source>A function of x</source>
        <translation>x 的函数</translation>
    </message>
    <message>
        <source>Function of x</source>
        <translation>x 的函数</translation>
    </message>
    <message>
        <source>“%1” can mean a bracket or the greatest integer. Write (%2) or floor(%2).</source>
        <translation>“%1”可以是括号，也可以是取整。请写 (%2) 或 floor(%2)。</translation>
    </message>
    <message>
        <source>Read as %1; for the other meaning type %2.</source>
        <translation>理解为 %1；若是另一种意思，请输入 %2。</translation>
    </message>
    <message>
        <source>log is the natural logarithm, %1; for the decimal one type %2.</source>
        <translation>log 是自然对数，即 %1；以 10 为底请输入 %2。</translation>
    </message>
    <message>
        <source>%1 is read as one name; for a product type %2.</source>
        <translation>%1 被视为一个名称；若是乘积，请输入 %2。</translation>
    </message>
    <message>
        <source>%1 before a bracket is read as a factor, not as a function.</source>
        <translation>括号前的 %1 被视为因数，而不是函数。</translation>
    </message>
    <message>
        <source>Type a function of x; any other name becomes a parameter with a slider.</source>
        <translation>输入 x 的函数；其他名称都成为带滑块的参数。</translation>
    </message>
    <message>
        <source>“%1” has no meaning here. Did you mean %2?</source>
        <translation>“%1”在这里没有意义。您是指 %2 吗？</translation>
    </message>
    <message>
        <source>A “%1” may stand only between the arguments of a function, as in max(0, x).</source>
        <translation>“%1”只能放在函数的参数之间，例如 max(0, x)。</translation>
    </message>
    <message>
        <source>Type only what stands to the right of “=”, for example x^2.</source>
        <translation>只需输入“=”右边的部分，例如 x^2。</translation>
    </message>
    <message>
        <source>“%1” has no meaning here. Write an operator such as + or *, or remove it.</source>
        <translation>“%1”在这里没有意义。请写 + 或 * 等运算符，或把它删去。</translation>
    </message>
    <message>
        <source>The formula breaks off. Add a number, x or a function such as sin(x).</source>
        <translation>公式没有写完。请补上数字、x 或 sin(x) 之类的函数。</translation>
    </message>
    <message>
        <source>Something is missing before “%1”. Put a number, x or a function there.</source>
        <translation>“%1”之前缺少内容。请填上数字、x 或函数。</translation>
    </message>
    <message>
        <source>There is no function “%1”. Did you mean %2?</source>
        <translation>没有函数“%1”。您是指 %2 吗？</translation>
    </message>
    <message>
        <source>There is no function “%1”. For a product write %1*(…).</source>
        <translation>没有函数“%1”。若是乘积，请写成 %1*(…)。</translation>
    </message>
    <message>
        <source>Too few arguments for %1: at least %2, here %3. Separate them by commas.</source>
        <translation>%1 的参数太少：至少 %2 个，这里有 %3 个。请用逗号分隔。</translation>
    </message>
    <message>
        <source>Too many arguments for %1: at most %2, here %3. Remove the rest.</source>
        <translation>%1 的参数太多：最多 %2 个，这里有 %3 个。请删去多余的。</translation>
    </message>
    <message>
        <source>Type a function of x, for example a*x^2 or leaky_relu(x, 0.1).</source>
        <translation>请输入 x 的函数，例如 a*x^2 或 leaky_relu(x, 0.1)。</translation>
    </message>
    <message>
        <source>%1: write %2, with a point.</source>
        <translation>%1：请写成 %2，使用小数点。</translation>
    </message>
    <message>
        <source>“%1” closes a bracket that was never opened. Remove it, or open one before it.</source>
        <translation>“%1”没有对应的左括号。请删去它，或在前面补上左括号。</translation>
    </message>
    <message>
        <source>“%1” is never closed. Add “%2” after what belongs inside.</source>
        <translation>“%1”没有闭合。请在括号内容之后加上“%2”。</translation>
    </message>
    <message>
        <source>“%1” needs its argument in brackets: write %2.</source>
        <translation>“%1”的参数要写在括号里：请写 %2。</translation>
    </message>
    <message>
        <source>Only the first argument of %1 may contain x. Put a number or a parameter here.</source>
        <translation>只有 %1 的第一个参数可以含有 x。这里请写数字或参数。</translation>
    </message>
    <message>
        <source>“%1” is not a number to compute with. Write for example 0.5 or 1e-3.</source>
        <translation>“%1”不是可以计算的数。请写例如 0.5 或 1e-3。</translation>
    </message>
    <message>
        <source>The formula is longer than %1 characters. Shorten it.</source>
        <translation>公式超过 %1 个字符。请缩短。</translation>
    </message>
    <message>
        <source>Brackets and calls are nested deeper than %1. Simplify the formula.</source>
        <translation>括号和函数嵌套超过 %1 层。请简化公式。</translation>
    </message>
    <message>
        <source>The name “%1” is longer than %2 characters. Choose a shorter one.</source>
        <translation>名称“%1”超过 %2 个字符。请用较短的名称。</translation>
    </message>
</context>
<context>
    <name>secant::FormulaSheet</name>
    <message>
        <source>if</source>
        <translation>若</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>There is no formula of the derivative short enough to read; the plot shows it all the same.</source>
        <translation>没有短得可读的导数公式；图中仍会画出导数。</translation>
    </message>
    <message>
        <source>Show the formulas of the first and second derivative.</source>
        <translation>显示一阶和二阶导数的公式。</translation>
    </message>
    <message>
        <source>Copy the formula as text, LaTeX or code.</source>
        <translation>将公式复制为文本、LaTeX 或代码。</translation>
    </message>
    <message>
        <source>Copy as Text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>复制为 LaTeX</translation>
    </message>
    <message>
        <source>Copy as C++</source>
        <translation>复制为 C++</translation>
    </message>
    <message>
        <source>Copy as NumPy</source>
        <translation>复制为 NumPy</translation>
    </message>
    <message>
        <source>Copy as PyTorch Module</source>
        <translation>复制为 PyTorch 模块</translation>
    </message>
    <message>
        <source>Copy the formula of %1</source>
        <translation>复制 %1 的公式</translation>
    </message>
    <message>
        <source>Derivatives of %1</source>
        <translation>%1 的导数</translation>
    </message>
    <message>
        <source>Formula of %1 of %2</source>
        <translation>%2 的 %1 公式</translation>
    </message>
</context>
<context>
    <name>secant::MainWindow</name>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Mouse and keyboard</source>
        <translation>鼠标与键盘(&amp;M)</translation>
    </message>
    <message>
        <source>What mouse and keyboard do</source>
        <translation>鼠标和键盘的用法</translation>
    </message>
    <message>
        <source>&amp;About Secant</source>
        <translation>关于 Secant(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Where bounds could not prove the curve within the time of a frame, it is sampled.</source>
        <translation>在一帧的时间内无法用界证明曲线的地方，曲线由采样得到。</translation>
    </message>
    <message>
        <source>%1 px sampled, not proved</source>
        <translation>%1 像素为采样，未经证明</translation>
    </message>
    <message>
        <source>View</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>What is shown of the curves</source>
        <translation>曲线的哪些内容要显示</translation>
    </message>
</context>
<context>
    <name>secant::NumberEdit</name>
    <message>
        <source>Type a number, for example 0.25; it stays %1.</source>
        <translation>请输入数字，例如 0.25；值仍为 %1。</translation>
    </message>
    <message>
        <source>%1: write %2, with a point; it stays %3.</source>
        <translation>%1：请写成 %2，使用小数点；值仍为 %3。</translation>
    </message>
    <message>
        <source>%1 is too large to compute with; it stays %2.</source>
        <translation>%1 太大，无法计算；值仍为 %2。</translation>
    </message>
    <message>
        <source>“%1” is not a number. Type for example 0.25, 1/3 or 1e-3; it stays %2.</source>
        <translation>“%1”不是数字。请输入例如 0.25、1/3 或 1e-3；值仍为 %2。</translation>
    </message>
</context>
<context>
    <name>secant::ParameterSlider</name>
    <message>
        <source>%1 must lie between %2 and %3; it stays %4.</source>
        <translation>%1 必须在 %2 和 %3 之间；值仍为 %4。</translation>
    </message>
    <message>
        <source>%1 must be greater than %2 and at most %3; it stays %4.</source>
        <translation>%1 必须大于 %2 且不超过 %3；值仍为 %4。</translation>
    </message>
    <message>
        <source>%1 must be at least %2; it stays %3.</source>
        <translation>%1 不能小于 %2；值仍为 %3。</translation>
    </message>
    <message>
        <source>%1 must be greater than %2; it stays %3.</source>
        <translation>%1 必须大于 %2；值仍为 %3。</translation>
    </message>
    <message>
        <source>%1 must be at most %2; it stays %3.</source>
        <translation>%1 不能大于 %2；值仍为 %3。</translation>
    </message>
    <message>
        <source>That is too large to compute with; %1 stays %2.</source>
        <translation>这个数太大，无法计算；%1 仍为 %2。</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1 滑块</translation>
    </message>
    <message>
        <source>Drag %1 (Shift: finer); a double click brings back %2.</source>
        <translation>拖动 %1（按 Shift 更精细）；双击恢复为 %2。</translation>
    </message>
    <message>
        <source>Type a value for %1, for example 0.25 or 1/3.</source>
        <translation>输入 %1 的值，例如 0.25 或 1/3。</translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>value: frameworks</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>secant::PlotMenu</name>
    <message>
        <source>&amp;Plot</source>
        <translation>图形(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation>初始视图(&amp;H)</translation>
    </message>
    <message>
        <source>Back to −6 ≤ x ≤ 6 with fitting heights</source>
        <translation>回到 −6 ≤ x ≤ 6 并适应高度</translation>
    </message>
    <message>
        <source>&amp;Fit heights</source>
        <translation>适应高度(&amp;F)</translation>
    </message>
    <message>
        <source>Fit the height of every pane to its curves</source>
        <translation>使每个窗格的高度适应其中的曲线</translation>
    </message>
    <message>
        <source>&amp;1:1</source>
        <translation>1:1(&amp;1)</translation>
    </message>
    <message>
        <source>One unit as long on y as on x</source>
        <translation>x 与 y 的单位长度相同</translation>
    </message>
    <message>
        <source>&amp;Chord</source>
        <translation>弦(&amp;C)</translation>
    </message>
    <message>
        <source>A chord over the active curve, to be dragged</source>
        <translation>当前曲线上的弦，可以拖动</translation>
    </message>
    <message>
        <source>Pane f′</source>
        <translation>f′ 窗格</translation>
    </message>
    <message>
        <source>Pane f″</source>
        <translation>f″ 窗格</translation>
    </message>
    <message>
        <source>Pane ∂f/∂α</source>
        <translation>∂f/∂α 窗格</translation>
    </message>
    <message>
        <source>Show or hide this pane</source>
        <translation>显示或隐藏这个窗格</translation>
    </message>
</context>
<context>
    <name>secant::Session</name>
    <message>
        <source>With %1 = %2 there is no such function: a lower bound must stay below the upper one. The old value is kept.</source>
        <translation>%1 = %2 时没有这样的函数：下界必须小于上界。保留原来的值。</translation>
    </message>
</context>
<context>
    <name>secant::SessionDialogs</name>
    <message>
        <source>Open a session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Secant sessions (*.secant *.json);;All files (*)</source>
        <translation>Secant 会话 (*.secant *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Secant. It stays as it is, and so does the open session.</source>
        <translation>“%1”由更新版本的 Secant 写成。该文件和当前会话都保持不变。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: %2. The open session stays as it is.</source>
        <translation>无法打开“%1”：%2。当前会话保持不变。</translation>
    </message>
    <message>
        <source>The session was not opened</source>
        <translation>会话未打开</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>已打开 %1</translation>
    </message>
    <message>
        <source>The session was repaired</source>
        <translation>会话已修复</translation>
    </message>
    <message>
        <source>Something in “%1” was wrong and was put right. The file itself is changed only when you save.</source>
        <translation>“%1”中有错误，已经更正。只有在您保存时，文件本身才会改变。</translation>
    </message>
    <message>
        <source>session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Secant sessions (*.secant)</source>
        <translation>Secant 会话 (*.secant)</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>此会话</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>保存更改？</translation>
    </message>
    <message>
        <source>Save what you changed in %1? It is lost otherwise.</source>
        <translation>要保存对 %1 的更改吗？否则更改将丢失。</translation>
    </message>
    <message>
        <source>Changed by another program</source>
        <translation>已被其他程序更改</translation>
    </message>
    <message>
        <source>“%1” is no longer what was opened or saved here.</source>
        <translation>“%1”已不是在此打开或保存时的内容。</translation>
    </message>
    <message>
        <source>&amp;Overwrite it</source>
        <translation>覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>The session was not saved</source>
        <translation>会话未保存</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>Secant did not end properly</source>
        <translation>Secant 上次未正常退出</translation>
    </message>
    <message>
        <source>A session of %1 was not saved. Open it again?</source>
        <translation>%1 的会话尚未保存。要重新打开吗？</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后再说(&amp;L)</translation>
    </message>
</context>
<context>
    <name>secant::SliderTrack</name>
    <message>
        <source>%1: %2</source>
        <comment>value: frameworks</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>secant::ViewPanel</name>
    <message>
        <source>Panes</source>
        <translation>窗格</translation>
    </message>
    <message>
        <source>f</source>
        <comment>pane of the function</comment>
        <translation>f</translation>
    </message>
    <message>
        <source>The function itself is always shown.</source>
        <translation>函数本身总是显示。</translation>
    </message>
    <message>
        <source>f′</source>
        <comment>pane of the slope</comment>
        <translation>f′</translation>
    </message>
    <message>
        <source>Show the first derivative in a pane below.</source>
        <translation>在下方窗格中显示一阶导数。</translation>
    </message>
    <message>
        <source>f″</source>
        <comment>pane of the curvature</comment>
        <translation>f″</translation>
    </message>
    <message>
        <source>Show the second derivative in a pane below.</source>
        <translation>在下方窗格中显示二阶导数。</translation>
    </message>
    <message>
        <source>∂f/∂α</source>
        <comment>pane of the parameter slope</comment>
        <translation>∂f/∂α</translation>
    </message>
    <message>
        <source>Show how f changes with its parameter, which is what a learned parameter gets as gradient.</source>
        <translation>显示 f 随参数的变化，即可学习参数得到的梯度。</translation>
    </message>
    <message>
        <source>Pane %1</source>
        <translation>%1 窗格</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Kinks</source>
        <translation>折点</translation>
    </message>
    <message>
        <source>Dots where a slope jumps: both one-sided values, and the one PyTorch returns.</source>
        <translation>在斜率跳变处画点：左右单侧值，以及 PyTorch 返回的值。</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Grid lines behind the curves.</source>
        <translation>曲线后面的网格线。</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>十字线</translation>
    </message>
    <message>
        <source>Read f, f′ and f″ of every curve under the pointer.</source>
        <translation>读出指针处每条曲线的 f、f′ 和 f″。</translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation>切线</translation>
    </message>
    <message>
        <source>The tangent of the active curve at the pointer.</source>
        <translation>当前曲线在指针处的切线。</translation>
    </message>
    <message>
        <source>Where learning stops</source>
        <translation>学习停止之处</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Shade where the slope is so small that hardly any gradient passes.</source>
        <translation>为斜率很小、梯度几乎无法通过的区域着色。</translation>
    </message>
    <message>
        <source>Dead: f′ = 0</source>
        <translation>失活：f′ = 0</translation>
    </message>
    <message>
        <source>Shade where the slope is exactly zero: no gradient passes at all.</source>
        <translation>为斜率恰为零、梯度完全无法通过的区域着色。</translation>
    </message>
    <message>
        <source>Threshold ε</source>
        <translation>阈值 ε</translation>
    </message>
    <message>
        <source>Slopes up to ε count as saturated.</source>
        <translation>斜率不超过 ε 即视为饱和。</translation>
    </message>
    <message>
        <source>Absolute: |f′| ≤ ε</source>
        <translation>绝对：|f′| ≤ ε</translation>
    </message>
    <message>
        <source>Saturated means that the slope itself is at most ε.</source>
        <translation>饱和指斜率本身不超过 ε。</translation>
    </message>
    <message>
        <source>Relative: |f′| ≤ ε · max|f′|</source>
        <translation>相对：|f′| ≤ ε · max|f′|</translation>
    </message>
    <message>
        <source>Saturated means that the slope is at most ε of the steepest one.</source>
        <translation>饱和指斜率不超过最大斜率的 ε 倍。</translation>
    </message>
    <message>
        <source>Chord</source>
        <translation>弦</translation>
    </message>
    <message>
        <source>Chord of the active curve</source>
        <translation>当前曲线的弦</translation>
    </message>
    <message>
        <source>Join two points of the curve: f is convex where no chord lies below it.</source>
        <translation>连接曲线上两点：若没有弦位于曲线下方，则 f 是凸的。</translation>
    </message>
    <message>
        <source>Weight λ</source>
        <translation>权重 λ</translation>
    </message>
    <message>
        <source>The point λ·(x₁, f(x₁)) + (1 − λ)·(x₂, f(x₂)) on the chord.</source>
        <translation>弦上的点 λ·(x₁, f(x₁)) + (1 − λ)·(x₂, f(x₂))。</translation>
    </message>
    <message>
        <source>Midpoint</source>
        <translation>中点</translation>
    </message>
    <message>
        <source>Set λ to ½.</source>
        <translation>把 λ 设为 ½。</translation>
    </message>
    <message>
        <source>Chord end %1</source>
        <translation>弦端点 %1</translation>
    </message>
    <message>
        <source>Where the chord meets the curve; also a handle on the plot.</source>
        <translation>弦与曲线相交之处；也是图上的手柄。</translation>
    </message>
    <message>
        <source>The plane ends at ±1e300; choose a smaller number.</source>
        <translation>平面到 ±1e300 为止；请选择较小的数。</translation>
    </message>
    <message>
        <source>Put a curve on the plot first.</source>
        <translation>请先在图上放一条曲线。</translation>
    </message>
    <message>
        <source>A convex function never lies above its chord.</source>
        <translation>凸函数的图像从不高于它的弦。</translation>
    </message>
</context>
</TS>
